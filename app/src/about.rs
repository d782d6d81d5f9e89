//! Which application a form belongs to.

/// Path of the page on which one goes from one application to another.
pub const OTHER: &str = "/other";

/// Says which application a form belongs to: the same for the same application form, and
/// nothing about it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct About(String);

impl About {
    /// Digits of it, hexadecimal.
    const LENGTH: usize = 16;
    /// Name of the hidden control that sends it.
    pub const CONTROL: &str = "about";

    /// Of a digest that says nothing of the application form.
    pub fn of(digest: &[u8; 32]) -> Self {
        let first = std::array::from_fn(|at| digest[at]);
        Self(format!("{:016x}", u64::from_be_bytes(first)))
    }

    /// What a form sent, if it can be one.
    pub fn read(text: &str) -> Option<Self> {
        let is_one =
            text.len() == Self::LENGTH && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_one.then(|| Self(text.to_owned()))
    }

    /// What a form sends.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
