//! Writes photo files that are made to cost their reader much into a folder, one of each
//! kind, for `make soak`: `hostile_photos FOLDER BYTES`.

#[cfg(not(target_arch = "wasm32"))]
#[path = "../tests/hostile/mod.rs"]
mod hostile;

#[cfg(not(target_arch = "wasm32"))]
#[expect(clippy::expect_used, reason = "a tool ends at the first surprise")]
fn main() {
    let mut words = std::env::args().skip(1);
    let folder = std::path::PathBuf::from(words.next().expect("a folder"));
    let bytes = words.next().and_then(|word| word.parse().ok());
    let bytes = bytes.expect("about how many bytes each is to have");
    for kind in hostile::KINDS {
        let file = folder.join(kind.name).with_extension("jpg");
        std::fs::write(file, (kind.make)(bytes)).expect("the file can be written");
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}
