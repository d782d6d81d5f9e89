//! What a photo should look like, in numbers: every threshold of the checker,
//! with its source.

/// Width of the paper photo, in millimetres (official page for applicants).
pub const CARD_WIDTH_MM: f32 = 35.0;
/// Height of the paper photo, in millimetres (official page for applicants).
pub const CARD_HEIGHT_MM: f32 = 45.0;
/// From the top of the head to the chin, in millimetres (guide for paper photos).
pub const HEAD_MM: f32 = 34.0;
/// How far the head's height may be off, in millimetres (the same guide).
pub const HEAD_TOLERANCE_MM: f32 = 2.0;
/// Above the head, in millimetres (the same guide).
pub const MARGIN_MM: f32 = 4.0;
/// How far the margin may be off, in millimetres (the same guide).
pub const MARGIN_TOLERANCE_MM: f32 = 2.0;
/// How far the face may be beside the middle, in millimetres: a tenth of the
/// width (ISO/IEC 19794-5, 8.3.2: between 0.45 and 0.55 of it, twice as wide).
pub const ASIDE_TOLERANCE_MM: f32 = 3.5;

/// The width that belongs to a height on the card, in pixels, rounded.
pub const fn card_width(height: u32) -> u32 {
    (height * 35 + 22) / 45
}
