//! What the camera does: from the press of its button to the photo.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use web_sys::Event;

use super::parts::Parts;
use super::picture::{self, Canvas};
use super::steady::{Pace, READY, Steady};
use super::stream::{self, Side, Stream};
use super::timer::pause;
use crate::applicant::islands::photo_checker::Checker;
use crate::browser::{clock, page, start};

/// The camera is turned off when nobody was before it and nothing was pressed for
/// so many milliseconds.
const IDLE_MILLISECONDS: f64 = 90_000.0;

/// How long a phone shakes when the photo can be taken.
const SHAKE_MILLISECONDS: u32 = 50;

/// The hint when nobody is there.
const NOBODY: &str = "show_face";

/// The camera of this page.
struct Studio {
    parts: Parts,
    /// Looks at frames: the picker's own, so that the check is loaded once.
    checker: Option<Rc<Checker>>,
    canvas: Canvas,
    stream: RefCell<Option<Stream>>,
    side: Cell<Side>,
    /// Counts openings, so that what belongs to a closed one ends itself.
    opening: Cell<u32>,
    /// Counts uses of the self-timer, for the same reason.
    count: Cell<u32>,
    is_counting: Cell<bool>,
    /// When somebody was last there.
    used: Cell<f64>,
}

/// Takes the buttons over and opens the camera.
pub(super) fn open(checker: Option<Rc<Checker>>) -> Option<()> {
    let studio = Rc::new(Studio {
        parts: Parts::find()?,
        checker,
        canvas: Canvas::for_looks()?,
        stream: RefCell::default(),
        side: Cell::default(),
        opening: Cell::default(),
        count: Cell::default(),
        is_counting: Cell::default(),
        used: Cell::default(),
    });
    studio.listen()?;
    page::say("camera-status", "");
    studio.open();
    Some(())
}

impl Studio {
    fn listen(self: &Rc<Self>) -> Option<()> {
        let parts = &self.parts;
        self.on(&parts.opener, "click", Self::open);
        self.on(&parts.shutter, "click", Self::shutter);
        self.on(&parts.window, "click", |studio| {
            studio.used.set(clock::now());
        });
        self.on(&parts.window, "keydown", |studio| {
            studio.used.set(clock::now());
        });
        // Closed by a button, by Escape or by the photo.
        self.on(&parts.window, "close", |studio| studio.turn_off());
        self.on(&*page::element("camera-retry")?, "click", Self::turn_on);
        self.on(&*page::element("camera-switch")?, "click", |studio| {
            studio.side.set(studio.side.get().other());
            studio.turn_on();
        });
        self.on(&*page::element("camera-choose")?, "click", |studio| {
            studio.parts.window.close();
            studio.parts.file.click();
        });
        self.on(&*page::element("camera-stop")?, "click", |studio| {
            studio.parts.window.close();
        });
        self.on(web_sys::window()?.as_ref(), "pagehide", |studio| {
            studio.parts.window.close();
        });
        Some(())
    }

    fn on(
        self: &Rc<Self>,
        target: &web_sys::EventTarget,
        event: &str,
        act: impl Fn(&Rc<Self>) + 'static,
    ) {
        let studio = Rc::clone(self);
        page::listen(target, event, move |_: Event| act(&studio));
    }

    fn open(self: &Rc<Self>) {
        page::say("camera-status", "");
        if !self.parts.window.open() {
            // Refused only for a dialog that is open already.
            let _ = self.parts.window.show_modal();
        }
        page::focus("camera-shutter");
        self.turn_on();
    }

    /// Turns the camera on, in place of the one that may be on.
    fn turn_on(self: &Rc<Self>) {
        self.turn_off();
        self.used.set(clock::now());
        self.parts.no_trouble();
        self.parts.show("starting");
        start(Rc::clone(self).run());
    }

    fn turn_off(&self) {
        self.opening.set(self.opening.get().wrapping_add(1));
        self.stop_count();
        page::unset(&self.parts.window, "data-hint");
        page::say("camera-spoken", "");
        if let Some(stream) = self.stream.take() {
            stream.stop();
        }
    }

    async fn run(self: Rc<Self>) {
        let opening = self.opening.get();
        match Stream::start(&self.parts.video, self.side.get()).await {
            Ok(stream) if self.opening.get() == opening => {
                self.show(&stream);
                self.stream.replace(Some(stream));
                page::show("camera-switch", stream::is_one_of_many().await);
                self.watch(opening).await;
            }
            // Closed while the browser was asking.
            Ok(stream) => stream.stop(),
            Err(why) if self.opening.get() == opening => self.parts.trouble(why),
            Err(_) => {}
        }
    }

    fn show(&self, stream: &Stream) {
        let (video, parts) = (&self.parts.video, &self.parts);
        Parts::fit_guide(video.video_width(), video.video_height());
        let is_away = stream.looks_away();
        // One's own picture moves as in a mirror; the photo is not mirrored.
        page::set(
            video,
            "data-mirrored",
            if is_away { "false" } else { "true" },
        );
        let other = if is_away { "to-front" } else { "to-back" };
        self.side
            .set(if is_away { Side::Back } else { Side::Front });
        page::say("camera-switch", &parts.words(other));
        parts.show("preparing");
    }

    /// Looks at frame after frame until the camera is turned off.
    async fn watch(&self, opening: u32) {
        let (mut steady, mut pace) = (Steady::default(), Pace::default());
        while self.opening.get() == opening {
            let begun = clock::now();
            let is_quick = pace.is_quick(begun);
            let Some(hint) = self.look(is_quick).await else {
                break;
            };
            if self.opening.get() != opening {
                return;
            }
            let (now, took) = (clock::now(), clock::now() - begun);
            if let Some(hint) = hint {
                let hint = pace.take(&hint, is_quick, took, now);
                self.tell(&mut steady, &hint, now);
            }
            if self.is_idle(now) {
                self.turn_off();
                return self.parts.trouble("idle");
            }
            pause(Pace::rest(took)).await;
        }
        if self.opening.get() == opening {
            self.parts.show("unguided");
        }
    }

    /// The hint of the frame that is shown now: none if there is no frame yet.
    /// Nothing at all if this device cannot run the check.
    async fn look(&self, is_quick: bool) -> Option<Option<String>> {
        let Some(pixels) = self.canvas.look(&self.parts.video) else {
            return Some(None);
        };
        let care = if is_quick { "quick" } else { "thorough" };
        let frame = [
            ("pixels", pixels),
            ("width", picture::WIDTH.into()),
            ("height", picture::HEIGHT.into()),
            ("care", care.into()),
        ];
        self.checker.as_ref()?.look(&frame).await.map(Some)
    }

    fn tell(&self, steady: &mut Steady, hint: &str, now: f64) {
        if hint != NOBODY {
            self.used.set(now);
        }
        let told = steady.take(hint, now);
        if let Some(hint) = told.show {
            self.parts.show_hint(&hint);
            if hint == READY {
                shake();
            }
        }
        // The count is what is said while the self-timer runs.
        if let Some(hint) = told.speak
            && !self.is_counting.get()
        {
            Parts::speak_hint(&hint);
        }
    }

    fn is_idle(&self, now: f64) -> bool {
        !self.is_counting.get() && now - self.used.get() >= IDLE_MILLISECONDS
    }

    /// The shutter was pressed: takes the photo, or begins or ends the self-timer.
    fn shutter(self: &Rc<Self>) {
        if self.is_counting.get() {
            return self.stop_count();
        }
        if self.stream.borrow().is_none() {
            return;
        }
        let seconds = page::value("camera-timer").parse().unwrap_or(0);
        let studio = Rc::clone(self);
        start(async move {
            if studio.count_down(seconds).await {
                studio.take_photo().await;
            }
        });
    }

    /// Whether the count came to its end.
    async fn count_down(&self, seconds: u32) -> bool {
        let count = self.count.get().wrapping_add(1);
        self.count.set(count);
        if seconds == 0 {
            return true;
        }
        self.is_counting.set(true);
        self.name_shutter("stop-count");
        for left in (1..=seconds).rev() {
            self.say_count(left, seconds);
            pause(1_000.0).await;
            if self.count.get() != count {
                return false;
            }
        }
        self.stop_count();
        true
    }

    /// Shows each second, and says those that there is time to say.
    fn say_count(&self, left: u32, seconds: u32) {
        let number = left.to_string();
        page::say("camera-count", &number);
        if left == seconds {
            let (before, after) = (
                self.parts.words("count-before"),
                self.parts.words("count-after"),
            );
            page::say("camera-spoken", &(before + &number + &after));
        } else if left == 5 || left <= 3 {
            page::say("camera-spoken", &number);
        }
    }

    fn stop_count(&self) {
        self.count.set(self.count.get().wrapping_add(1));
        self.is_counting.set(false);
        page::say("camera-count", "");
        self.name_shutter("shutter");
    }

    fn name_shutter(&self, name: &str) {
        page::say("camera-shutter-name", &self.parts.words(name));
    }

    /// Puts the frame that is shown now where a chosen file goes.
    async fn take_photo(&self) {
        let Some(photo) = picture::photo(&self.parts.video).await else {
            return self.parts.trouble("failed");
        };
        self.parts.window.close();
        page::say("camera-status", &self.parts.words("taken"));
        // Without a control to take it there is no page to use it on.
        let _ = picture::choose(&self.parts.file, &photo);
    }
}

/// A short shake, where the device can and the person has not asked for calm.
fn shake() -> Option<()> {
    let window = web_sys::window()?;
    let calm = window
        .match_media("(prefers-reduced-motion: reduce)")
        .ok()??;
    if !calm.matches() {
        window.navigator().vibrate_with_duration(SHAKE_MILLISECONDS);
    }
    Some(())
}
