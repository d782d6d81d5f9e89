use serde::{Deserialize, Serialize};

use super::{Facts, Orientation};

/// By how many quarters a picture is turned for showing, beyond what its file says
/// ([`Orientation`]).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuarterTurn {
    /// Not at all.
    #[default]
    None,
    /// A quarter to the right (clockwise).
    Right,
    /// By half.
    Half,
    /// A quarter to the left.
    Left,
}

impl QuarterTurn {
    /// All of them, each a quarter to the right of the one before.
    pub const ALL: [Self; 4] = [Self::None, Self::Right, Self::Half, Self::Left];

    /// The turn with this name on the wire, if it is one.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|turn| turn.name() == name)
    }

    /// The name on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Right => "right",
            Self::Half => "half",
            Self::Left => "left",
        }
    }

    /// Whether nothing is turned.
    pub const fn is_none(&self) -> bool {
        matches!(self, Self::None)
    }

    /// Quarters to the right, 0 to 3.
    pub const fn quarters(self) -> u8 {
        match self {
            Self::None => 0,
            Self::Right => 1,
            Self::Half => 2,
            Self::Left => 3,
        }
    }

    /// This turn and another one behind it.
    #[must_use]
    pub const fn then(self, next: Self) -> Self {
        match (self.quarters() + next.quarters()) % 4 {
            1 => Self::Right,
            2 => Self::Half,
            3 => Self::Left,
            _ => Self::None,
        }
    }

    /// Whether it swaps width and height.
    pub const fn swaps_sides(self) -> bool {
        matches!(self, Self::Right | Self::Left)
    }
}

impl Orientation {
    /// For a picture that is turned once it is shown as this says.
    #[must_use]
    pub const fn then(self, turn: QuarterTurn) -> Self {
        let mut turned = self;
        let mut quarters = turn.quarters();
        while quarters > 0 {
            turned = turned.then_right();
            quarters -= 1;
        }
        turned
    }

    const fn then_right(self) -> Self {
        match self {
            Self::Upright => Self::TurnRight,
            Self::TurnRight => Self::TurnHalf,
            Self::TurnHalf => Self::TurnLeft,
            Self::TurnLeft => Self::Upright,
            Self::MirrorSides => Self::MirrorTurnRight,
            Self::MirrorTurnRight => Self::MirrorTop,
            Self::MirrorTop => Self::MirrorTurnLeft,
            Self::MirrorTurnLeft => Self::MirrorSides,
        }
    }
}

impl Facts {
    /// As for a file that says itself that its picture is to be turned so: whoever decodes by
    /// these facts gets the turned picture.
    #[must_use]
    pub const fn turned(self, turn: QuarterTurn) -> Self {
        let (width, height) = if turn.swaps_sides() {
            (self.height, self.width)
        } else {
            (self.width, self.height)
        };
        Self {
            width,
            height,
            orientation: self.orientation.then(turn),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ORIENTATIONS: std::ops::RangeInclusive<u32> = 1..=8;

    #[test]
    fn turns_go_by_their_names_on_the_wire() {
        for turn in QuarterTurn::ALL {
            assert_eq!(serde_json::to_value(turn).unwrap(), turn.name());
            assert_eq!(QuarterTurn::parse(turn.name()), Some(turn));
        }
        assert_eq!(QuarterTurn::parse("round"), None);
    }

    #[test]
    fn four_quarters_are_none_and_a_turn_after_another_is_their_sum() {
        for one in QuarterTurn::ALL {
            for other in QuarterTurn::ALL {
                let both = one.then(other);
                assert_eq!(both.quarters(), (one.quarters() + other.quarters()) % 4);
                for number in ORIENTATIONS {
                    let stored = Orientation::from_exif(number).unwrap();
                    assert_eq!(stored.then(one).then(other), stored.then(both));
                }
            }
        }
    }

    #[test]
    fn a_quarter_swaps_the_sides_and_never_mirrors() {
        let is_mirrored = |one: Orientation| matches!(one.exif(), 2 | 4 | 5 | 7);
        for number in ORIENTATIONS {
            let stored = Orientation::from_exif(number).unwrap();
            let turned = stored.then(QuarterTurn::Right);
            assert_eq!(is_mirrored(turned), is_mirrored(stored));
            assert_ne!(turned.swaps_sides(), stored.swaps_sides());
        }
        let facts = Facts {
            width: 3,
            height: 2,
            ..Facts::default()
        };
        let turned = facts.turned(QuarterTurn::Left);
        assert_eq!((turned.width, turned.height), (2, 3));
        assert_eq!(turned.orientation, Orientation::TurnLeft);
        assert_eq!(turned.turned(QuarterTurn::Right), facts);
    }
}
