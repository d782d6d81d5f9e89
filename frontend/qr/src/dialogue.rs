//! What the reader does when buttons are pressed and codes are found.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Function, Promise};
use rules::ApplicationId;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Event, File};

use crate::camera::Camera;
use crate::canvas::Canvas;
use crate::elements::{Elements, listen};
use crate::picture;
use crate::reading::Sight;

/// At most ten frames a second are searched.
const FRAME_MILLISECONDS: f64 = 100.0;

/// Longest side of a frame as it is searched.
const FRAME_SIDE: u32 = 1024;

/// The reader of this page.
struct Reader {
    elements: Elements,
    canvas: Canvas,
    camera: RefCell<Option<Camera>>,
    /// Counts openings, so that what belongs to a closed one ends itself.
    opening: Cell<u32>,
}

/// Takes the buttons over and opens the reader.
pub(crate) fn open() -> Option<()> {
    let reader = Rc::new(Reader {
        elements: Elements::find()?,
        canvas: Canvas::new()?,
        camera: RefCell::default(),
        opening: Cell::default(),
    });
    let elements = &reader.elements;
    listen(&elements.opener, "click", reader.handler(Reader::start));
    listen(
        &elements.stop,
        "click",
        reader.handler(|reader| reader.leave()),
    );
    listen(&elements.file, "change", reader.handler(Reader::take_file));
    listen(
        web_sys::window()?.as_ref(),
        "pagehide",
        reader.handler(|reader| reader.close()),
    );
    reader.start();
    Some(())
}

impl Reader {
    fn handler(self: &Rc<Self>, act: impl Fn(&Rc<Self>) + 'static) -> impl FnMut(Event) + 'static {
        let reader = Rc::clone(self);
        move |_| act(&reader)
    }

    /// Opens the panel and asks for the camera.
    fn start(self: &Rc<Self>) {
        self.close();
        self.elements.panel.set_hidden(false);
        self.elements.opener.set_hidden(true);
        self.elements.say("starting");
        spawn_local(Rc::clone(self).watch());
    }

    async fn watch(self: Rc<Self>) {
        let opening = self.opening.get();
        let camera = Camera::start(&self.elements.video).await;
        match camera {
            Ok(camera) if self.opening.get() == opening => {
                self.camera.replace(Some(camera));
                self.elements.video.set_hidden(false);
                self.elements.say("aim");
                self.search_frames(opening).await;
            }
            // Closed while the browser was asking.
            Ok(camera) => camera.stop(),
            Err(reason) if self.opening.get() == opening => self.elements.say(reason.words()),
            // A picture was chosen meanwhile, which has its own words.
            Err(_) => {}
        }
    }

    /// Searches frame after frame until a form is found or the reader is closed.
    async fn search_frames(&self, opening: u32) {
        while self.opening.get() == opening {
            let begun = now();
            match self.canvas.look_at_video(&self.elements.video, FRAME_SIDE) {
                Sight::Form(id) => return self.found(&id),
                Sight::OtherCode => self.elements.say("other"),
                Sight::Nothing => {}
            }
            // A slow phone rests as long as it worked, so that it stays usable.
            let worked = now() - begun;
            pause((FRAME_MILLISECONDS - worked).max(worked)).await;
        }
    }

    fn take_file(self: &Rc<Self>) {
        let file = self.elements.file.files().and_then(|files| files.get(0));
        if let Some(file) = file {
            self.turn_camera_off();
            self.elements.say("reading");
            let reader = Rc::clone(self);
            spawn_local(async move { reader.search_file(&file).await });
        }
    }

    async fn search_file(&self, file: &File) {
        match picture::look_into(file, &self.canvas).await {
            Some(Sight::Form(id)) => self.found(&id),
            Some(Sight::OtherCode) => self.elements.say("other"),
            Some(Sight::Nothing) => self.elements.say("nothing"),
            None => self.elements.say("unopened"),
        }
    }

    fn found(&self, id: &ApplicationId) {
        let field = &self.elements.id_field;
        field.set_value(id.as_str());
        self.close();
        // The field is there; focus moves to what comes next.
        let _ = field.focus();
        self.elements.say("found");
    }

    fn leave(&self) {
        self.close();
        self.elements.say("stopped");
        let _ = self.elements.opener.focus();
    }

    fn close(&self) {
        self.turn_camera_off();
        self.elements.file.set_value("");
        self.elements.panel.set_hidden(true);
        self.elements.opener.set_hidden(false);
    }

    fn turn_camera_off(&self) {
        self.opening.set(self.opening.get().wrapping_add(1));
        self.elements.video.set_hidden(true);
        if let Some(camera) = self.camera.take() {
            camera.stop();
        }
    }
}

/// Milliseconds on a clock that only runs forward.
fn now() -> f64 {
    web_sys::window()
        .and_then(|window| window.performance())
        .map_or(0.0, |clock| clock.now())
}

async fn pause(milliseconds: f64) {
    let waited = Promise::new(&mut |done: Function, _| {
        if let Some(window) = web_sys::window() {
            #[expect(
                clippy::as_conversions,
                clippy::cast_possible_truncation,
                reason = "a whole number of milliseconds"
            )]
            let delay = milliseconds as i32;
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, delay);
        }
    });
    let _ = JsFuture::from(waited).await;
}
