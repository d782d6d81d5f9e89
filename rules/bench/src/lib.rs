//! The parser in WebAssembly, for `list.cjs` to time, and the least module there is
//! beside it, for the size.

#![cfg(target_arch = "wasm32")]

use wasm_bindgen::prelude::wasm_bindgen;

/// Notations, kept inside the module so that handing them over is not measured.
#[cfg(feature = "list")]
#[wasm_bindgen]
pub struct List {
    texts: Vec<String>,
    today: rules::CivilDate,
}

#[cfg(feature = "list")]
#[wasm_bindgen]
impl List {
    /// Takes one notation a line.
    #[wasm_bindgen(constructor)]
    pub fn new(lines: &str, today: &str) -> Self {
        Self {
            texts: lines.lines().map(str::to_owned).collect(),
            today: today.parse().unwrap_or(rules::CivilDate::FIRST),
        }
    }

    /// Reads one notation so many times; returns how often it was a date.
    pub fn parse(&self, place: usize, times: u32) -> u32 {
        let text = self.texts.get(place).map_or("", String::as_str);
        (0..times)
            .filter(|_| rules::BirthDate::parse(core::hint::black_box(text), self.today).is_ok())
            .map(|_| 1)
            .sum()
    }

    /// The date in ISO form, or the kind of the problem.
    pub fn verdict(&self, place: usize) -> String {
        let text = self.texts.get(place).map_or("", String::as_str);
        match rules::BirthDate::parse(text, self.today) {
            Ok(date) => date.iso(),
            Err(problem) => problem.kind().to_owned(),
        }
    }
}

/// A text in, a text out: the birth date in both calendars.
#[wasm_bindgen]
pub fn echo(text: &str) -> String {
    #[cfg(feature = "parser")]
    if let Ok(date) = rules::BirthDate::parse(text, rules::CivilDate::LAST) {
        return [date.wareki(), date.western()].concat();
    }
    text.to_owned()
}
