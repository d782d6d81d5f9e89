//! The picture on the page, as the card will show it: moved and scaled by finger,
//! mouse, keys and buttons.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use photo_check::{Crop, Framing, FramingFault, Head};
use rules::photo::QuarterTurn;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, KeyboardEvent, PointerEvent, WheelEvent};

use super::crop_frame::{Change, CropFrame};
use super::said::Said;
use super::saying::{said, said_with};
use crate::applicant::islands::photo_checker::Trimming;
use crate::browser::page;

const CARD: &str = "photo-card";

/// How far a key or a button moves the picture, in heights of the card.
const STEP: f64 = 0.02;
/// How much a key, a button or a turn of the wheel scales it.
const TIMES: f64 = 1.05;

/// The editor of this page.
pub(super) struct Editor {
    card: HtmlElement,
    /// What is shown, while there is something to trim.
    shown: Cell<Option<Shown>>,
    /// Fingers on the picture: their numbers and places.
    fingers: RefCell<Vec<(i32, [f64; 2])>>,
}

#[derive(Clone, Copy)]
struct Shown {
    turn: QuarterTurn,
    /// Whether the picture was looked at in this turn.
    is_looked_at: bool,
    proposed: CropFrame,
    frame: CropFrame,
    head: Option<Head>,
}

impl Editor {
    /// Finds its elements and listens to them.
    pub(super) fn wake() -> Option<Rc<Self>> {
        let editor = Rc::new(Self {
            card: page::element(CARD)?,
            shown: Cell::default(),
            fingers: RefCell::default(),
        });
        let card = editor.card.clone();
        editor.on(&card, "keydown", Self::key);
        editor.on(&card, "wheel", Self::wheel);
        editor.on(&card, "pointerdown", Self::touch);
        editor.on(&card, "pointermove", Self::drag);
        for end in ["pointerup", "pointercancel"] {
            editor.on(&card, end, Self::let_go);
        }
        editor.on(&page::element("photo-trim")?, "click", Self::press);
        Some(editor)
    }

    fn on(self: &Rc<Self>, target: &HtmlElement, event: &str, act: fn(&Self, &Event)) {
        let editor = Rc::clone(self);
        page::listen(target, event, move |event| act(&editor, &event));
    }

    /// Offers to trim the picture that is shown.
    pub(super) fn open(&self, trimming: &Trimming) {
        let proposed = match trimming.proposal {
            Some(crop) => CropFrame::at(crop, trimming.picture),
            None => CropFrame::middle(trimming.picture),
        };
        self.shown.set(Some(Shown {
            turn: trimming.turn,
            is_looked_at: true,
            proposed,
            frame: proposed,
            head: trimming.head,
        }));
        for (name, value) in [
            ("data-trim", "true"),
            ("tabindex", "0"),
            ("role", "group"),
            ("aria-label", &said(Said::Card)),
            ("aria-describedby", "photo-trim-help"),
        ] {
            page::set(&self.card, name, value);
        }
        page::show("photo-trim", true);
        self.paint();
        self.tell();
    }

    /// Shows the whole picture again.
    pub(super) fn close(&self) {
        self.shown.set(None);
        for name in [
            "data-trim",
            "tabindex",
            "role",
            "aria-label",
            "aria-describedby",
        ] {
            page::unset(&self.card, name);
        }
        page::show("photo-trim", false);
        for property in ["left", "top", "width", "transform"] {
            set_style(property, "");
        }
    }

    /// Whether there is something to trim.
    fn is_open(&self) -> bool {
        self.shown.get().is_some()
    }

    /// Whether the picture is shown as it was looked at last; a person may have moved it since.
    pub(super) fn is_looked_at(&self) -> bool {
        self.shown.get().is_some_and(|shown| shown.is_looked_at)
    }

    /// How the picture is turned.
    pub(super) fn turn(&self) -> Option<QuarterTurn> {
        self.shown.get().map(|shown| shown.turn)
    }

    /// Turns the picture by so much more; gives how it is turned now. Where its face is then is
    /// for another look to tell.
    pub(super) fn turn_by(&self, more: QuarterTurn) -> Option<QuarterTurn> {
        let shown = self.shown.get()?;
        let (turn, proposed) = (shown.turn.then(more), shown.frame.turned(more));
        self.shown.set(Some(Shown {
            turn,
            is_looked_at: false,
            proposed,
            frame: proposed,
            head: None,
        }));
        self.paint();
        self.tell();
        Some(turn)
    }

    /// The part that is to be cut out.
    pub(super) fn crop(&self) -> Option<Crop> {
        self.shown.get()?.frame.crop()
    }

    fn change(&self, change: Change) {
        if let Some(mut shown) = self.shown.get() {
            shown.frame = shown.frame.changed(change);
            self.shown.set(Some(shown));
            self.paint();
        }
    }

    fn reset(&self) {
        if let Some(mut shown) = self.shown.get() {
            shown.frame = shown.proposed;
            self.shown.set(Some(shown));
            self.paint();
        }
    }

    fn paint(&self) {
        if let Some(shown) = self.shown.get() {
            let [left, top, width] = shown.frame.behind_unturned(shown.turn);
            for (property, percent) in [("left", left), ("top", top), ("width", width)] {
                set_style(property, &percentage(percent));
            }
            set_style("transform", rotation(shown.turn));
        }
    }

    /// Says how the head stands; not while a finger still moves the picture.
    fn tell(&self) {
        if let Some(shown) = self.shown.get() {
            let framing = shown.head.and_then(|head| shown.frame.frames(head));
            page::say(
                "photo-trim-says",
                &framing.map(sentence).unwrap_or_default(),
            );
        }
    }

    fn key(&self, event: &Event) {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        if self.is_open() && !event.ctrl_key() && !event.meta_key() && self.act(&event.key()) {
            event.prevent_default();
        }
    }

    fn press(&self, event: &Event) {
        let button = event.target().and_then(|target| target.dyn_into().ok());
        let key = button.and_then(|button: HtmlElement| button.get_attribute("data-key"));
        if let Some(key) = key {
            self.act(&key);
        }
    }

    /// Does what a key stands for; false if it stands for nothing.
    fn act(&self, key: &str) -> bool {
        match key {
            "ArrowLeft" => self.change(Change::Move(-STEP, 0.0)),
            "ArrowRight" => self.change(Change::Move(STEP, 0.0)),
            "ArrowUp" => self.change(Change::Move(0.0, -STEP)),
            "ArrowDown" => self.change(Change::Move(0.0, STEP)),
            "+" | ";" | "=" => self.change(Change::Scale(TIMES)),
            "-" => self.change(Change::Scale(1.0 / TIMES)),
            "0" => self.reset(),
            _ => return false,
        }
        self.tell();
        true
    }

    /// The wheel scales once the picture was chosen by a press or a key; else the
    /// page could not be scrolled past it.
    fn wheel(&self, event: &Event) {
        let Some(event) = event.dyn_ref::<WheelEvent>() else {
            return;
        };
        let is_chosen = page::document()
            .and_then(|document| document.active_element())
            .is_some_and(|active| active == *AsRef::<web_sys::Element>::as_ref(&self.card));
        if self.is_open() && (is_chosen || event.ctrl_key()) {
            event.prevent_default();
            let times = if event.delta_y() < 0.0 {
                TIMES
            } else {
                1.0 / TIMES
            };
            self.change(Change::Scale(times));
            self.tell();
        }
    }

    fn touch(&self, event: &Event) {
        if let Some((finger, place)) = finger(event)
            && self.is_open()
        {
            // Refused for a finger that has gone already.
            let _ = self.card.set_pointer_capture(finger);
            self.fingers.borrow_mut().push((finger, place));
        }
    }

    fn drag(&self, event: &Event) {
        let Some((finger, place)) = finger(event) else {
            return;
        };
        let height = f64::from(self.card.client_height()).max(1.0);
        let before = self.fingers.borrow().clone();
        let moved = self.fingers.borrow_mut();
        let after = after(moved, finger, place);
        let ([x, y], spread) = hand(&before);
        let ([new_x, new_y], new_spread) = hand(&after);
        if after.len() == before.len() && !before.is_empty() {
            if spread > 0.0 && new_spread > 0.0 {
                self.change(Change::Scale(new_spread / spread));
            }
            self.change(Change::Move((new_x - x) / height, (new_y - y) / height));
        }
    }

    fn let_go(&self, event: &Event) {
        if let Some((finger, _)) = finger(event) {
            self.fingers
                .borrow_mut()
                .retain(|(known, _)| *known != finger);
            self.tell();
        }
    }
}

type Fingers = Vec<(i32, [f64; 2])>;

/// Notes where a finger is now; a finger that is not on the picture is none.
fn after(mut fingers: std::cell::RefMut<'_, Fingers>, finger: i32, place: [f64; 2]) -> Fingers {
    for (known, known_place) in fingers.iter_mut() {
        if *known == finger {
            *known_place = place;
        }
    }
    fingers.clone()
}

/// The middle of the fingers, and how far the first two are apart.
fn hand(fingers: &[(i32, [f64; 2])]) -> ([f64; 2], f64) {
    match fingers {
        [] => ([0.0; 2], 0.0),
        [(_, place)] => (*place, 0.0),
        [(_, [x, y]), (_, [other_x, other_y]), ..] => (
            [f64::midpoint(*x, *other_x), f64::midpoint(*y, *other_y)],
            (x - other_x).hypot(y - other_y),
        ),
    }
}

fn finger(event: &Event) -> Option<(i32, [f64; 2])> {
    let event = event.dyn_ref::<PointerEvent>()?;
    let place = [event.client_x(), event.client_y()].map(f64::from);
    Some((event.pointer_id(), place))
}

fn set_style(property: &str, value: &str) {
    if let Some(picture) = page::element("photo-picture") {
        // Refused for no value of ours.
        let _ = picture.style().set_property(property, value);
    }
}

const fn rotation(turn: QuarterTurn) -> &'static str {
    match turn {
        QuarterTurn::None => "",
        QuarterTurn::Right => "rotate(90deg)",
        QuarterTurn::Half => "rotate(180deg)",
        QuarterTurn::Left => "rotate(270deg)",
    }
}

/// By the browser's own printing of numbers, which is not in the module.
fn percentage(number: f64) -> String {
    let mut words: String = js_sys::Number::from(number)
        .to_fixed(3)
        .map(String::from)
        .unwrap_or_default();
    words.push('%');
    words
}

/// How the head stands on the card, in millimetres of a paper photo. No space above a head
/// that is cut off.
fn sentence(framing: Framing) -> String {
    #[expect(
        clippy::as_conversions,
        clippy::cast_possible_truncation,
        reason = "a few millimetres"
    )]
    let [head, margin] = [framing.head_mm, framing.margin_mm].map(|mm| mm.round() as i32);
    let advice = said(match framing.fault() {
        None => Said::FramingRight,
        Some(FramingFault::Small) => Said::FramingSmall,
        Some(FramingFault::Large) => Said::FramingLarge,
        Some(FramingFault::High) => Said::FramingHigh,
        Some(FramingFault::Low) => Said::FramingLow,
        Some(FramingFault::Aside) => Said::FramingAside,
    });
    let (head, over) = (head.to_string(), margin.to_string());
    let sentence = if margin < 0 {
        Said::MeasuredCut
    } else {
        Said::Measured
    };
    let gaps = [("advice", &*advice), ("head", &head), ("margin", &over)];
    said_with(sentence, &gaps)
}
