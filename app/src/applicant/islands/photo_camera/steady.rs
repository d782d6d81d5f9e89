//! What is told of what the camera sees, so that the words do not flicker.

/// The hint with which the photo can be taken.
pub(super) const READY: &str = "ready";
/// The hint that only a thorough look gives.
const BACKGROUND: &str = "plain_background";

/// What is told now; nothing where it stays as it was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Told {
    /// The name of the hint to show.
    pub(super) show: Option<String>,
    /// The name of the hint to say to a screen reader.
    pub(super) speak: Option<String>,
}

/// Shows a hint when it has stood for two looks. Says it when it has stood for
/// 600 milliseconds, and nothing else within two seconds: speech is slower than
/// eyes.
#[derive(Clone, Debug, Default)]
pub(super) struct Steady {
    seen: Option<Seen>,
    shown: Option<String>,
    spoken: Option<(String, f64)>,
}

#[derive(Clone, Debug)]
struct Seen {
    hint: String,
    since: f64,
    looks: u32,
}

impl Steady {
    const LOOKS: u32 = 2;
    const STANDS_MILLISECONDS: f64 = 600.0;
    const SPEECH_MILLISECONDS: f64 = 2_000.0;

    /// Takes the hint of a look, on a clock in milliseconds.
    pub(super) fn take(&mut self, hint: &str, now: f64) -> Told {
        let seen = self.see(hint, now);
        let mut told = Told::default();
        if seen.looks < Self::LOOKS {
            return told;
        }
        if self.shown.as_deref() != Some(hint) {
            self.shown = Some(hint.to_owned());
            told.show = Some(hint.to_owned());
        }
        if now - seen.since >= Self::STANDS_MILLISECONDS && self.may_speak(hint, now) {
            self.spoken = Some((hint.to_owned(), now));
            told.speak = Some(hint.to_owned());
        }
        told
    }

    fn see(&mut self, hint: &str, now: f64) -> Seen {
        let before = self.seen.take().filter(|seen| seen.hint == hint);
        let mut seen = before.unwrap_or_else(|| Seen {
            hint: hint.to_owned(),
            since: now,
            looks: 0,
        });
        seen.looks = seen.looks.saturating_add(1);
        self.seen = Some(seen.clone());
        seen
    }

    fn may_speak(&self, hint: &str, now: f64) -> bool {
        self.spoken
            .as_ref()
            .is_none_or(|(said, at)| said != hint && now - at >= Self::SPEECH_MILLISECONDS)
    }
}

/// How often and how thoroughly the camera's frames are looked at.
///
/// Ten times a second where the device can. On a slower one looks take up two
/// thirds of the time, and the background, which costs most, is looked at once a
/// second.
#[derive(Clone, Debug, Default)]
pub(super) struct Pace {
    /// What the last thorough look took that had to judge the background.
    thorough: f64,
    /// When that was, and its hint.
    last: Option<(f64, String)>,
}

impl Pace {
    /// From one look to the next; a little less than a tenth of a second, because
    /// timers are late.
    const FRAME_MILLISECONDS: f64 = 90.0;
    const BACKGROUND_MILLISECONDS: f64 = 1_000.0;

    /// Whether the next look leaves the background out.
    pub(super) fn is_quick(&self, now: f64) -> bool {
        self.thorough > Self::FRAME_MILLISECONDS
            && self
                .last
                .as_ref()
                .is_some_and(|(at, _)| now - at < Self::BACKGROUND_MILLISECONDS)
    }

    /// Takes what a look saw and how long it took; gives the hint to tell: a quick
    /// look that finds nothing wrong keeps what was known of the background.
    pub(super) fn take(&mut self, hint: &str, was_quick: bool, took: f64, now: f64) -> String {
        let is_face_fine = hint == READY || hint == BACKGROUND;
        if !was_quick && is_face_fine {
            self.thorough = took;
            self.last = Some((now, hint.to_owned()));
        }
        match &self.last {
            Some((_, known)) if was_quick && is_face_fine => known.clone(),
            _ => hint.to_owned(),
        }
    }

    /// Milliseconds to wait after a look that took so many.
    pub(super) fn rest(took: f64) -> f64 {
        (Self::FRAME_MILLISECONDS - took).max(took / 2.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(steady: &mut Steady, looks: &[(&str, f64)]) -> Vec<Option<String>> {
        looks
            .iter()
            .map(|(hint, now)| steady.take(hint, *now).show)
            .collect()
    }

    #[test]
    fn a_hint_is_shown_when_it_has_stood_for_two_looks() {
        let looks = [
            ("show_face", 0.0),
            ("show_face", 100.0),
            ("show_face", 200.0),
        ];
        let shown = shown(&mut Steady::default(), &looks);
        assert_eq!(shown, [None, Some("show_face".to_owned()), None]);
    }

    #[test]
    fn a_hint_of_a_single_look_is_passed_over() {
        let mut steady = Steady::default();
        let looks = [("ready", 0.0), ("ready", 100.0), ("hold_still", 200.0)];
        shown(&mut steady, &looks);
        assert_eq!(steady.take("ready", 300.0).show, None);
        assert_eq!(steady.take("ready", 400.0).show, None);
    }

    #[test]
    fn speech_waits_until_a_hint_stands_and_until_the_last_one_is_said() {
        let mut steady = Steady::default();
        let mut spoken = Vec::new();
        for step in 0..40_u32 {
            let now = f64::from(step) * 100.0;
            let hint = if step < 8 { "come_closer" } else { "ready" };
            if let Some(said) = steady.take(hint, now).speak {
                spoken.push((said, step));
            }
        }
        let expected = [("come_closer".to_owned(), 6), ("ready".to_owned(), 26)];
        assert_eq!(spoken, expected);
    }

    #[test]
    fn a_device_that_is_quick_looks_at_the_background_each_time() {
        let mut pace = Pace::default();
        assert!(!pace.is_quick(0.0));
        assert_eq!(pace.take("ready", false, 40.0, 0.0), "ready");
        assert!(!pace.is_quick(100.0));
        assert!((Pace::rest(40.0) - 50.0).abs() < 1e-9);
    }

    #[test]
    fn a_slow_device_looks_at_the_background_once_a_second_and_remembers_it() {
        let mut pace = Pace::default();
        pace.take("plain_background", false, 400.0, 0.0);
        assert!(pace.is_quick(600.0));
        assert_eq!(pace.take("ready", true, 90.0, 700.0), "plain_background");
        assert_eq!(pace.take("go_back", true, 90.0, 800.0), "go_back");
        assert!(!pace.is_quick(1_000.0));
        assert!((Pace::rest(400.0) - 200.0).abs() < 1e-9);
    }
}
