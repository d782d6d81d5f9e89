//! Drawing on a page: text, frames, discs and QR codes.

use krilla::color::luma;
use krilla::geom::{PathBuilder, Point, Rect, Transform};
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;

use super::layout::lines;
use super::qr::Modules;
use super::sheet::SheetError;
use super::typeface::{Faces, Typeface};

/// From one line to the next, in ems.
const LEADING: f32 = 1.55;
/// From the top of a line to the baseline, in ems (the font's ascent).
const ASCENT: f32 = 0.88;
/// Control points this far along make four curves a circle.
const CIRCLE: f32 = 0.552_284_8;

/// A point on the page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spot {
    pub(super) x: f32,
    pub(super) y: f32,
}

/// A rectangle on the page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Area {
    pub(super) left: f32,
    pub(super) top: f32,
    pub(super) width: f32,
    pub(super) height: f32,
}

impl Spot {
    pub(super) fn right(self, by: f32) -> Self {
        Self {
            x: self.x + by,
            ..self
        }
    }

    pub(super) fn down(self, by: f32) -> Self {
        Self {
            y: self.y + by,
            ..self
        }
    }
}

impl Area {
    /// The top left corner.
    pub(super) fn corner(self) -> Spot {
        Spot {
            x: self.left,
            y: self.top,
        }
    }

    /// The same area at another height of the page.
    pub(super) fn at(self, top: f32) -> Self {
        Self { top, ..self }
    }

    /// The same area further down.
    pub(super) fn down(self, by: f32) -> Self {
        self.at(self.top + by)
    }

    /// The area without this much on its left and right.
    pub(super) fn inside(self, by: f32) -> Self {
        Self {
            left: self.left + by,
            width: self.width - 2.0 * by,
            ..self
        }
    }

    /// The area without this much on its left.
    pub(super) fn indented(self, by: f32) -> Self {
        Self {
            left: self.left + by,
            width: self.width - by,
            ..self
        }
    }
}

/// How text looks; the size is in points.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    pub(super) weight: Weight,
    pub(super) size: f32,
    pub(super) grey: Grey,
}

/// Which of the two fonts.
#[derive(Debug, Clone, Copy)]
pub(super) enum Weight {
    Regular,
    Bold,
}

/// Lightness: offices print without colour.
#[derive(Debug, Clone, Copy)]
pub(super) struct Grey(u8);

impl Grey {
    pub(super) const BLACK: Self = Self(0);
    pub(super) const MIDDLE: Self = Self(110);
    pub(super) const WHITE: Self = Self(255);
}

/// Draws on one page.
pub(super) struct PdfCanvas<'page, 'document> {
    surface: &'page mut Surface<'document>,
    faces: &'page Faces,
}

impl<'page, 'document> PdfCanvas<'page, 'document> {
    pub(super) fn new(surface: &'page mut Surface<'document>, faces: &'page Faces) -> Self {
        Self { surface, faces }
    }

    fn face(&self, weight: Weight) -> &'page Typeface {
        match weight {
            Weight::Regular => &self.faces.regular,
            Weight::Bold => &self.faces.bold,
        }
    }

    /// One line of text, its top left corner at the spot.
    pub(super) fn line(&mut self, text: &str, style: Style, spot: Spot) -> Result<(), SheetError> {
        let face = self.face(style.weight);
        let glyphs = face.glyphs(text)?;
        let start = Point::from_xy(spot.x, spot.y + ASCENT * style.size);
        self.ink(style.grey);
        self.surface
            .draw_glyphs(start, &glyphs, face.font(), text, style.size, false);
        Ok(())
    }

    /// One line of text in the middle of the width, at the top of the area.
    pub(super) fn centred(
        &mut self,
        text: &str,
        style: Style,
        area: Area,
    ) -> Result<(), SheetError> {
        let width = self.face(style.weight).width(text)? * style.size;
        let x = area.left + (area.width - width) / 2.0;
        self.line(text, style, Spot { x, y: area.top })
    }

    /// Text broken to the width of the area, from its top down as far as it takes.
    /// Gives the top of the line that would follow.
    pub(super) fn paragraph(
        &mut self,
        text: &str,
        style: Style,
        area: Area,
    ) -> Result<f32, SheetError> {
        let mut y = area.top;
        for line in self.broken(text, style, area.width)? {
            self.line(&line, style, Spot { x: area.left, y })?;
            y += style.size * LEADING;
        }
        Ok(y)
    }

    /// The lines a paragraph of this width, in points, takes.
    pub(super) fn broken(
        &self,
        text: &str,
        style: Style,
        width: f32,
    ) -> Result<Vec<String>, SheetError> {
        lines(text, self.face(style.weight), width / style.size)
    }

    /// A white number on a black disc around the spot.
    pub(super) fn numbered(&mut self, number: u8, spot: Spot) -> Result<(), SheetError> {
        let style = Style {
            weight: Weight::Bold,
            size: 11.0,
            grey: Grey::WHITE,
        };
        self.disc(spot, 9.0);
        let half = style.size / 2.0;
        let area = Area {
            left: spot.x - half,
            top: spot.y - half,
            width: style.size,
            height: style.size,
        };
        self.centred(&number.to_string(), style, area)
    }

    fn disc(&mut self, Spot { x, y }: Spot, radius: f32) {
        let (r, c) = (radius, radius * CIRCLE);
        let mut path = PathBuilder::new();
        path.move_to(x + r, y);
        path.cubic_to(x + r, y + c, x + c, y + r, x, y + r);
        path.cubic_to(x - c, y + r, x - r, y + c, x - r, y);
        path.cubic_to(x - r, y - c, x - c, y - r, x, y - r);
        path.cubic_to(x + c, y - r, x + r, y - c, x + r, y);
        path.close();
        self.ink(Grey::BLACK);
        self.finish(path);
    }

    /// Fills the area.
    pub(super) fn fill(&mut self, area: Area, grey: Grey) {
        let mut path = PathBuilder::new();
        push(&mut path, area);
        self.ink(grey);
        self.finish(path);
    }

    /// A line of this many points around the area.
    pub(super) fn frame(&mut self, area: Area, points: f32, grey: Grey) {
        let mut path = PathBuilder::new();
        push(&mut path, area);
        self.surface.set_fill(None);
        let paint = luma::Color::new(grey.0).into();
        self.surface.set_stroke(Some(Stroke {
            paint,
            width: points,
            ..Stroke::default()
        }));
        self.finish(path);
        self.surface.set_stroke(None);
    }

    /// A QR code that fills the square with its white border of `border` modules.
    ///
    /// All squares are one path in whole modules, so that no hairline shows
    /// between them and the file stays small.
    pub(super) fn code(&mut self, modules: &Modules, border: usize, square: Area) {
        let module = square.width / count(modules.width() + 2 * border);
        let mut path = PathBuilder::new();
        for run in modules.runs() {
            let area = Area {
                left: count(run.column + border),
                top: count(run.row + border),
                width: count(run.length),
                height: 1.0,
            };
            push(&mut path, area);
        }
        self.ink(Grey::BLACK);
        self.surface.push_transform(&Transform::from_row(
            module,
            0.0,
            0.0,
            module,
            square.left,
            square.top,
        ));
        self.finish(path);
        self.surface.pop();
    }

    fn ink(&mut self, grey: Grey) {
        let paint = luma::Color::new(grey.0).into();
        self.surface.set_fill(Some(Fill {
            paint,
            ..Fill::default()
        }));
    }

    fn finish(&mut self, path: PathBuilder) {
        if let Some(path) = path.finish() {
            self.surface.draw_path(&path);
        }
    }
}

fn push(path: &mut PathBuilder, area: Area) {
    if let Some(rect) = Rect::from_xywh(area.left, area.top, area.width, area.height) {
        path.push_rect(rect);
    }
}

/// A count of modules (at most 185) as a length in modules.
fn count(modules: usize) -> f32 {
    u16::try_from(modules).map_or(f32::INFINITY, f32::from)
}
