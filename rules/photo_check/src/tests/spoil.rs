//! Spoilt pictures: each has one fault, as far as that can be done.

use super::paint::{Colour, Dice, at, blurred, each, mix, part};
use super::subject::{HEIGHT, Subject, WALL, WIDTH};
use crate::Concern;
use crate::pixels::Pixels;
use crate::resample::{Part, to_f32};

/// A way to spoil a picture, and what must be found then.
pub(super) struct Spoilt {
    pub(super) name: &'static str,
    pub(super) concern: Concern,
    pub(super) make: fn(&Subject) -> Pixels,
}

const fn spoilt(name: &'static str, concern: Concern, make: fn(&Subject) -> Pixels) -> Spoilt {
    Spoilt {
        name,
        concern,
        make,
    }
}

pub(super) const ALL: [Spoilt; 25] = [
    spoilt("empty", Concern::NoFace, empty),
    spoilt("two", Concern::SeveralFaces, two),
    spoilt("cut", Concern::HeadCut, cut),
    spoilt("small", Concern::FaceTooSmall, |who| {
        smaller(who, 0.5, [0.5, 0.48])
    }),
    spoilt("large", Concern::FaceTooLarge, large),
    spoilt("left", Concern::FaceOffCentre, |who| {
        smaller(who, 0.9, [0.32, 0.5])
    }),
    spoilt("low", Concern::FaceOffCentre, |who| {
        smaller(who, 0.7, [0.5, 0.8])
    }),
    spoilt("coarse", Concern::FewPixels, coarse),
    spoilt("tilted", Concern::HeadTilted, tilted),
    spoilt("dark", Concern::TooDark, |who| brighter(who, 0.35)),
    spoilt("bright", Concern::TooBright, |who| brighter(who, 1.8)),
    spoilt("pale", Concern::LowContrast, pale),
    spoilt("side_shadow", Concern::UnevenLight, side_shadow),
    spoilt("blurred", Concern::Blurred, |who| blurred(&who.plain(), 8)),
    spoilt("shaken", Concern::Blurred, shaken),
    spoilt("stripes", Concern::BackgroundNotPlain, stripes),
    spoilt("door", Concern::BackgroundNotPlain, door),
    spoilt("wallpaper", Concern::BackgroundNotPlain, wallpaper),
    spoilt("shadow", Concern::BackgroundShadow, shadow),
    spoilt("sunglasses", Concern::Sunglasses, sunglasses),
    spoilt("red_cap", Concern::HeadCovered, |who| {
        cap(who, [170.0, 30.0, 40.0])
    }),
    spoilt("blue_cap", Concern::HeadCovered, |who| {
        cap(who, [40.0, 60.0, 150.0])
    }),
    spoilt("white_mask", Concern::MouthCovered, |who| {
        mask(who, [232.0, 236.0, 240.0])
    }),
    spoilt("black_mask", Concern::MouthCovered, |who| {
        mask(who, [30.0, 30.0, 34.0])
    }),
    spoilt("grey", Concern::BlackAndWhite, grey),
];

fn empty(_: &Subject) -> Pixels {
    let mut dice = Dice::new(2);
    let blank = Pixels {
        width: WIDTH,
        height: HEIGHT,
        rgb: vec![0; WIDTH * HEIGHT * 3],
    };
    each(&blank, |_, _| WALL.map(|value| value + 3.0 * dice.noise()))
}

/// The same person twice, side by side.
fn two(who: &Subject) -> Pixels {
    let one = who.plain();
    let rows = one.rgb.chunks_exact(WIDTH * 3);
    Pixels {
        width: 2 * WIDTH,
        height: HEIGHT,
        rgb: rows.flat_map(|row| [row, row].concat()).collect(),
    }
}

/// The picture ends in the forehead.
fn cut(who: &Subject) -> Pixels {
    let top = who.face.eyes[1] - 0.9 * who.face.unit();
    let whole = Part {
        left: 0.0,
        top,
        width: to_f32(WIDTH),
        height: to_f32(HEIGHT) - top,
    };
    let height = crate::resample::floor(whole.height);
    part(&who.plain(), whole, WIDTH, height)
}

fn large(who: &Subject) -> Pixels {
    let [x, y] = who.face.eyes;
    let width = 3.0 * who.face.unit();
    let middle = Part {
        left: x - width / 2.0,
        top: y - 0.62 * width,
        width,
        height: width * 9.0 / 7.0,
    };
    part(&who.plain(), middle, WIDTH, HEIGHT)
}

/// So many times smaller, the middle of the picture at this share of the sides;
/// around it the wall goes on, below it the clothes.
fn smaller(who: &Subject, scale: f32, [x, y]: [f32; 2]) -> Pixels {
    let plain = who.plain();
    let (width, height) = (to_f32(WIDTH), to_f32(HEIGHT));
    let mut dice = Dice::new(3);
    each(&plain, |place, _| {
        let from = [
            (place[0] - x * width) / scale + width / 2.0,
            (place[1] - y * height) / scale + height / 2.0,
        ];
        let beside = from[0] < 0.0 || from[0] >= width || from[1] < 0.0;
        if beside {
            WALL.map(|value| value + 1.5 * dice.noise())
        } else {
            at(&plain, from)
        }
    })
}

/// Too few pixels for a card: a far face in a small picture.
fn coarse(who: &Subject) -> Pixels {
    let far = smaller(who, 0.45, [0.5, 0.48]);
    let whole = Part {
        left: 0.0,
        top: 0.0,
        width: to_f32(WIDTH),
        height: to_f32(HEIGHT),
    };
    part(&far, whole, 480, 617)
}

fn tilted(who: &Subject) -> Pixels {
    let plain = who.plain();
    let [x, y] = who.face.eyes;
    // Twenty degrees.
    let (sine, cosine) = (0.342, 0.940);
    each(&plain, |place, _| {
        let (dx, dy) = (place[0] - x, place[1] - y);
        at(
            &plain,
            [x + cosine * dx + sine * dy, y - sine * dx + cosine * dy],
        )
    })
}

fn brighter(who: &Subject, by: f32) -> Pixels {
    each(&who.plain(), |_, colour| colour.map(|value| value * by))
}

fn pale(who: &Subject) -> Pixels {
    each(&who.plain(), |_, colour| {
        colour.map(|value| 150.0 + (value - 150.0) * 0.25)
    })
}

fn side_shadow(who: &Subject) -> Pixels {
    each(&who.plain(), |place, colour| {
        let [x, _] = who.by_eyes(place);
        let shade = 1.0 - 0.68 * (x / 0.4 + 0.5).clamp(0.0, 1.0);
        colour.map(|value| value * shade)
    })
}

/// Moved while the shutter was open: a ninth of the distance of the eyes.
fn shaken(who: &Subject) -> Pixels {
    let plain = who.plain();
    let steps = 12;
    let length = who.face.unit() / 9.0;
    each(&plain, |[x, y], _| {
        let sum = (0..steps).fold([0.0; 3], |sum, step| {
            let way = length * to_f32(step) / to_f32(steps);
            let colour = at(&plain, [x + way, y + way]);
            [0, 1, 2].map(|axis| sum[axis] + colour[axis])
        });
        sum.map(|value| value / to_f32(steps))
    })
}

fn stripes(who: &Subject) -> Pixels {
    who.before(|[x, _]| {
        if crate::resample::floor(x / 50.0).is_multiple_of(2) {
            [225.0, 215.0, 190.0]
        } else {
            [170.0, 140.0, 110.0]
        }
    })
}

/// The edge of a door at the right.
fn door(who: &Subject) -> Pixels {
    who.before(|[x, _]| {
        if x > 590.0 {
            [150.0, 110.0, 80.0]
        } else {
            WALL
        }
    })
}

/// A fine pattern of little contrast.
fn wallpaper(who: &Subject) -> Pixels {
    who.before(|place| {
        let [x, y] = place.map(|way| crate::resample::floor(way / 24.0));
        let is_dark = (x + y).is_multiple_of(2);
        WALL.map(|value| if is_dark { value - 14.0 } else { value })
    })
}

/// The person's shadow on the wall behind, to the right and down.
fn shadow(who: &Subject) -> Pixels {
    let cover = Pixels {
        width: WIDTH,
        height: HEIGHT,
        rgb: who
            .cover
            .iter()
            .flat_map(|cover| [crate::resample::to_byte(cover * 255.0); 3])
            .collect(),
    };
    let soft = blurred(&cover, 6);
    let unit = who.face.unit();
    who.before(|[x, y]| {
        let from = [x - 0.5 * unit, y - 0.25 * unit];
        let [shade, ..] = if from[0] < 0.0 || from[1] < 0.0 {
            [0.0; 3]
        } else {
            at(&soft, from)
        };
        WALL.map(|value| value * (1.0 - 0.45 * shade / 255.0))
    })
}

fn sunglasses(who: &Subject) -> Pixels {
    over(who, [24.0, 24.0, 28.0], |[x, y]| {
        let (x, y) = (x.abs() - 0.5, y - 0.06);
        let lens = (x / 0.42) * (x / 0.42) + (y / 0.3) * (y / 0.3) < 1.0;
        lens || (x < 0.0 && y.abs() < 0.05)
    })
}

fn cap(who: &Subject, colour: Colour) -> Pixels {
    over(who, colour, |[x, y]| {
        let (along, up) = (x / 1.3, (y + 0.95) / 1.3);
        let crown = y < -0.6 && along * along + up * up < 1.0;
        let brim = (x / 1.5) * (x / 1.5) + ((y + 0.62) / 0.2) * ((y + 0.62) / 0.2) < 1.0;
        crown || brim
    })
}

fn mask(who: &Subject, colour: Colour) -> Pixels {
    over(who, colour, |[x, y]| {
        let (along, down) = (x / 0.95, (y - 1.15) / 0.75);
        along * along * along * along + down * down < 1.0
    })
}

/// Something of one colour in front of the person, where it holds.
fn over(who: &Subject, colour: Colour, is_there: impl Fn([f32; 2]) -> bool) -> Pixels {
    let mut dice = Dice::new(4);
    each(&who.plain(), |place, old| {
        let noise = 2.0 * dice.noise();
        let share = if is_there(who.by_eyes(place)) {
            1.0
        } else {
            0.0
        };
        mix(old, colour.map(|value| value + noise), share)
    })
}

fn grey(who: &Subject) -> Pixels {
    each(&who.plain(), |_, [red, green, blue]| {
        [0.299 * red + 0.587 * green + 0.114 * blue; 3]
    })
}
