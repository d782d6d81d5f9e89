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

/// How sure the detector must be of a face (`OpenCV`'s setting for `YuNet`).
pub const FACE_SCORE: f32 = 0.6;
/// Two boxes that share more of their area than this are one face (the same).
pub const SAME_FACE_OVERLAP: f32 = 0.3;

/// From which longest side on the picture is decoded at a half, a quarter, an
/// eighth. It leaves 700 to 1,500 pixels, some 90 to 150 between the eyes of a
/// photo that is framed for a card (our own measurement: more than any check needs).
pub const DECODE_SCALES: [(u32, u32); 3] = [(1_600, 2), (2_800, 4), (6_400, 8)];

/// Side of the picture in which faces are looked for (our own measurement: a face
/// whose eyes are a sixteenth of the long side apart is always found).
pub const COARSE_SIDE: usize = 160;
/// Side of the picture in which a face is looked at closely (the same: landmarks
/// get no better with more).
pub const FINE_SIDE: usize = 320;
/// How much more than the face is then shown (the same).
pub const CLOSE_CROP: f32 = 1.3;
/// Area of another face, as a share of the largest, from which on it counts.
pub const OTHER_FACE_AREA: f32 = 0.25;
