//! ⑦ The details: birth date, certificates, braille.

use rules::form::Field;

use super::{Outcome, by_form, goes_on, refused_fields, sent};
use crate::applicant::api::details;

/// The details with these certificates and this reading.
fn give_details(wish: [&str; 3], braille: [&str; 2]) -> Outcome {
    let [certificates, no_signature, no_authentication] = wish;
    let [wished, reading] = braille;
    by_form(|| {
        details::give_details(sent(&[
            ("era", "H"),
            ("year", "10"),
            ("month", "3"),
            ("day", "27"),
            ("certificates", certificates),
            ("decline_signature", no_signature),
            ("decline_authentication", no_authentication),
            ("braille_wish", wished),
            ("braille", reading),
            ("details_declaration", "yes"),
        ]))
    })
}

#[test]
fn certificates_are_issued_unless_each_is_declined() {
    let wished = |wish, signature: bool, authentication: bool| {
        let outcome = give_details(wish, ["no", "ignored"]);
        let act = format!("give_details 1998-03-27 {signature} {authentication} []");
        goes_on(&outcome, &act, "/review");
    };
    wished(["issue", "", ""], true, true);
    wished(["decline", "yes", ""], false, true);
    wished(["decline", "", "yes"], true, false);
    wished(["decline", "yes", "yes"], false, false);
}

#[test]
fn a_wish_that_contradicts_itself_is_asked_about() {
    for wish in [
        ["issue", "yes", ""],
        ["decline", "", ""],
        ["", "", ""],
        ["", "yes", ""],
    ] {
        let outcome = give_details(wish, ["no", ""]);
        assert_eq!(
            refused_fields(&outcome, "/details"),
            [Field::Certificates],
            "{wish:?}"
        );
    }
}

#[test]
fn braille_needs_a_reading_only_if_it_is_wished() {
    let outcome = give_details(["issue", "", ""], ["yes", "バンゴウ　タロウ"]);
    goes_on(
        &outcome,
        "give_details 1998-03-27 true true [ばんごう たろう]",
        "/review",
    );
    let outcome = give_details(["issue", "", ""], ["yes", "番号"]);
    assert_eq!(refused_fields(&outcome, "/details"), [Field::Braille]);
}

#[test]
fn a_part_that_is_ticked_as_unknown_reaches_the_portal_as_such() {
    let ticked = |month: &str, month_unknown: &str| {
        by_form(|| {
            details::give_details(sent(&[
                ("era", "S"),
                ("year", "10"),
                ("month", month),
                ("month_unknown", month_unknown),
                ("day_unknown", "yes"),
                ("certificates", "issue"),
                ("braille_wish", "no"),
                ("details_declaration", "yes"),
            ]))
        })
    };
    let month = ticked("3", "");
    goes_on(&month, "give_details 1935-03-00 true true []", "/review");
    let year = ticked("", "yes");
    goes_on(&year, "give_details 1935-00-00 true true []", "/review");
    let both = ticked("3", "yes");
    assert_eq!(refused_fields(&both, "/details"), [Field::BirthDate]);
    let kept = &both.remembered[0].1;
    assert!(kept.is_chosen("month_unknown", "yes") && kept.is_chosen("day_unknown", "yes"));
}
