//! The picker of a page: what it knows, and what it listens to.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use rules::photo::QuarterTurn;
use wasm_bindgen::JsCast;
use web_sys::{Blob, FormData, HtmlFormElement, HtmlInputElement};

use super::editor::Editor;
use super::picker_stage::{Care, PickerStage};
use super::said::Said;
use super::saying::said;
use super::showing;
use super::telling::Announcer;
use crate::applicant::islands::photo_camera;
use crate::applicant::islands::photo_checker::Checker;
use crate::browser::{file, page, start};

const STATUS: &str = "photo-status";

/// The picker of this page. `choosing` looks at photos, `sending` sends them.
pub(super) struct Picker {
    pub(super) form: HtmlFormElement,
    pub(super) input: HtmlInputElement,
    pub(super) editor: Rc<Editor>,
    /// Checks and trims; none where the browser cannot.
    pub(super) checker: RefCell<Option<Rc<Checker>>>,
    /// Counts the choices, so that the check of an older one shows nothing.
    choice: Cell<u32>,
    /// What is to be sent: the file that was chosen, or made of it.
    pub(super) photo: RefCell<Option<Blob>>,
    /// How a person turned its picture; none where its face decides.
    pub(super) turn: Cell<Option<QuarterTurn>>,
    pub(super) stage: RefCell<PickerStage>,
    pub(super) announcer: RefCell<Announcer>,
}

/// Takes the form over.
pub(super) fn wake() -> Option<()> {
    let form: HtmlFormElement = page::element("photo-form")?.dyn_into().ok()?;
    let input = form
        .query_selector("input[type=file]")
        .ok()??
        .dyn_into()
        .ok()?;
    let picker = Rc::new(Picker {
        form,
        input,
        editor: Editor::wake()?,
        checker: RefCell::default(),
        choice: Cell::default(),
        photo: RefCell::default(),
        turn: Cell::default(),
        stage: RefCell::new(PickerStage::Unchecked),
        announcer: RefCell::default(),
    });
    picker.start_checker();
    picker.listen()?;
    // Others are made JPEG files here; HEIC is not named, so that an iPhone gives a
    // JPEG file itself.
    page::set(
        &picker.input,
        "accept",
        "image/jpeg,image/png,image/webp,image/avif",
    );
    // Says that a press of the button is ours from now on.
    page::set(&picker.form, "data-awake", "true");
    page::show("photo-form", true);
    // A file may have been chosen before the page was awake.
    picker.choose();
    // Without the camera's elements the file control is all there is.
    let _ = photo_camera::offer(picker.checker.borrow().clone());
    Some(())
}

impl Picker {
    fn start_checker(self: &Rc<Self>) {
        let picker = Rc::clone(self);
        let checker = Checker::start(move |told| picker.hear(told));
        self.checker.replace(checker.map(Rc::new));
    }

    fn listen(self: &Rc<Self>) -> Option<()> {
        let picker = Rc::clone(self);
        page::listen(&self.input, "change", move |_| picker.choose());
        // So that the same file can be chosen again: a browser tells of a change only. The photo
        // chosen before is kept here until another comes.
        let input = self.input.clone();
        page::listen(&self.input, "click", move |_| input.set_value(""));
        let picker = Rc::clone(self);
        page::listen(&self.form, "submit", move |event| picker.submit(&event));
        // A trial sends nothing and has nothing to call off.
        let _ = self.on_click("photo-cancel", |picker| picker.cancel());
        self.on_click("photo-stop-check", Self::stop_check)?;
        let picker = Rc::clone(self);
        page::listen(
            page::element("photo-reasons")?.as_ref(),
            "change",
            move |_| picker.check_again(),
        );
        let picker = Rc::clone(self);
        page::listen(
            page::element("photo-turn")?.as_ref(),
            "click",
            move |event| picker.turn(&event),
        );
        // A format that the browser cannot show (HEIC) is shown in words only.
        page::listen(page::element("photo-picture")?.as_ref(), "error", |_| {
            showing::hide_picture();
        });
        Some(())
    }

    fn on_click(self: &Rc<Self>, id: &str, act: fn(&Rc<Self>)) -> Option<()> {
        let picker = Rc::clone(self);
        page::listen(page::element(id)?.as_ref(), "click", move |_| act(&picker));
        Some(())
    }

    /// A file was chosen, or none.
    pub(super) fn choose(self: &Rc<Self>) {
        self.cancel();
        let choice = self.choice.get().wrapping_add(1);
        self.choice.set(choice);
        if let Some(checker) = &*self.checker.borrow() {
            checker.forget();
        }
        self.photo.take();
        self.turn.take();
        self.rest("");
        self.come_to(PickerStage::Unchecked);
        self.editor.close();
        showing::clear_findings();
        showing::hide_picture();
        if let Some(chosen) = file::chosen(&self.input) {
            // Shown when there is something to wait for.
            self.stage
                .replace(PickerStage::Checking { is_pressed: false });
            let picker = Rc::clone(self);
            start(async move { picker.take_file(choice, chosen.into()).await });
        }
    }

    /// Whether this choice is still the last one.
    pub(super) fn is_current(&self, choice: u32) -> bool {
        self.choice.get() == choice
    }

    /// The photo has come this far; the page shows it.
    pub(super) fn come_to(&self, stage: PickerStage) {
        let is_checking = matches!(stage, PickerStage::Checking { .. });
        page::show("photo-checking", is_checking);
        page::set(&self.form, "data-check", stage.name());
        let label = match stage.care() {
            Care::Advised => Some(said(Said::UseAnyway)),
            Care::None => self.form.get_attribute("data-upload"),
        };
        if let Some(button) = page::element("photo-press") {
            button.set_text_content(label.as_deref());
        }
        self.stage.replace(stage);
    }

    /// Says how far it is.
    pub(super) fn tell(words: &str) {
        page::say(STATUS, words);
    }

    /// Says what stands in the form under this name.
    pub(super) fn say(&self, name: &str) {
        Self::tell(&self.form.get_attribute(name).unwrap_or_default());
    }

    /// What was filled in.
    pub(super) fn content(&self) -> Option<FormData> {
        FormData::new_with_form(&self.form).ok()
    }
}
