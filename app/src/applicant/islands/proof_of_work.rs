//! The hidden proof of work of the registration form.

use leptos::prelude::*;

/// The hidden control `nonce` and a line that says how the work goes.
///
/// Without scripting the nonce stays empty and the line is not there to see; the
/// server then asks for more (`rules::proof`). No work is done for an empty
/// challenge.
#[cfg(feature = "ssr")]
#[component]
pub fn ProofOfWork(
    /// What [`rules::proof::Challenge`] prints, or nothing.
    #[prop(into)]
    challenge: String,
) -> impl IntoView {
    let words = &crate::words::words().proof;
    view! {
        <input type="hidden" id="proof-nonce" name="nonce" value="" data-challenge=challenge />
        <p
            class="c-proof"
            id="proof-status"
            role="status"
            data-under-way=words.under_way
            data-done=words.done
        ></p>
        <WorkOnProof />
    }
}

/// Does the work as soon as the page is awake.
#[island]
fn WorkOnProof() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    crate::browser::started!(work_on_proof());
}

#[cfg(feature = "hydrate")]
crate::browser::apart! {
    work_on_proof() {
        crate::browser::start(work::on_proof());
    }
}

#[cfg(feature = "hydrate")]
mod work {
    use rules::proof::{Challenge, Search};

    use crate::browser::{clock, page};

    /// The page is never held up longer than this, in milliseconds.
    const SLICE: f64 = 10.0;

    /// Hashes between two looks at the clock: a fraction of a slice on any phone.
    const HASHES: u32 = 64;

    const STATUS: &str = "proof-status";

    /// Finds the nonce and puts it into the form.
    pub(super) async fn on_proof() {
        let Some(control) = page::element("proof-nonce") else {
            return;
        };
        let challenge = control.get_attribute("data-challenge").unwrap_or_default();
        let Ok(challenge) = challenge.parse() else {
            return;
        };
        tell("data-under-way");
        let nonce = search(challenge).await;
        page::set(&control, "value", &nonce.to_string());
        tell("data-done");
    }

    /// Says what stands at the line under this name.
    fn tell(name: &str) {
        let words = page::element(STATUS).and_then(|status| status.get_attribute(name));
        page::say(STATUS, &words.unwrap_or_default());
    }

    async fn search(challenge: Challenge) -> u64 {
        let mut search = Search::new(challenge);
        loop {
            let begun = clock::now();
            while clock::now() - begun < SLICE {
                if let Some(nonce) = search.step(HASHES) {
                    return nonce;
                }
            }
            clock::breathe().await;
        }
    }
}
