//! What is true of the HTML of every page.

use super::*;

#[test]
fn every_page_has_one_heading_and_unique_ids() {
    for (name, html) in shown() {
        assert_eq!(html.matches("<h1>").count(), 1, "{name}: {html}");
        let mut known = HashSet::new();
        for id in values(html, "id") {
            assert!(known.insert(id), "{name}: the id {id} stands twice");
        }
    }
}

#[test]
fn headings_say_where_they_may_break() {
    let marked = |heading: &str| heading.contains("<wbr>") || heading.chars().count() < 12;
    for (name, html) in shown() {
        for level in ["h1", "h2"] {
            for heading in html.split(&format!("<{level}")).skip(1) {
                let whole = heading.split(&format!("</{level}>")).next().unwrap();
                let text = whole.split_once('>').unwrap().1;
                assert!(marked(text), "{name}: {text}");
            }
        }
    }
}

#[test]
fn everything_referred_to_is_on_the_page() {
    for (name, html) in shown() {
        let ids: HashSet<&str> = values(html, "id").into_iter().collect();
        let labels = values(html, "for").into_iter();
        let links = values(html, "href")
            .into_iter()
            .filter_map(|href| href.strip_prefix('#'));
        let described = values(html, "aria-describedby")
            .into_iter()
            .flat_map(str::split_whitespace);
        // problems of all pages at once are listed on each: only its own lead anywhere
        let has_all_problems = name.ends_with("after problems");
        for id in labels
            .chain(described)
            .chain(links.filter(|_| !has_all_problems))
        {
            assert!(ids.contains(id), "{name}: {id} is nowhere");
        }
    }
}

#[test]
fn every_form_has_a_button_and_is_sent_to_an_address_that_is_there() {
    let known: HashSet<&str> = [
        api::GiveForm::PATH,
        api::AgreeTerms::PATH,
        api::GiveContact::PATH,
        api::ChangePicture::PATH,
        api::TakeNearestName::PATH,
        api::ConfirmAddress::PATH,
        api::ResendLink::PATH,
        api::OpenLink::PATH,
        api::RenewLink::PATH,
        api::ProveDevice::PATH,
        api::ResendCode::PATH,
        api::ConfirmPhoto::PATH,
        api::GiveDetails::PATH,
        api::Submit::PATH,
        api::LookUp::PATH,
        api::GoOn::PATH,
        api::Leave::PATH,
        "/photo/upload",
    ]
    .into();
    let mut used = HashSet::new();
    for (name, html) in shown() {
        for form in forms(html) {
            assert!(form.contains("method=\"post\""), "{name}: {form}");
            assert!(
                form.contains("type=\"submit\""),
                "{name}: no button in {form}"
            );
            for attribute in ["action", "formaction"] {
                for path in values(form, attribute) {
                    let path = path.split('?').next().and_then(|path| known.get(path));
                    used.extend(path);
                    assert!(path.is_some(), "{name}: {form}");
                }
            }
        }
    }
    assert_eq!(used, known, "an act that no page offers");
}

#[test]
fn nothing_that_was_typed_or_is_known_stands_in_an_address() {
    for (name, html) in shown() {
        if name.starts_with("/demo") {
            continue;
        }
        for attribute in ["href", "action", "formaction", "src"] {
            for address in values(html, attribute) {
                for secret in [TYPED, samples::ID, "bangou-tarou", "番号太郎", "some-token"] {
                    assert!(!address.contains(secret), "{name}: {attribute}={address}");
                }
            }
        }
    }
}
