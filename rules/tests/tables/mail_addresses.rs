//! Mail addresses.

use rules::form::{Field, FormProblem, Problem};
use rules::{MailAddress, MailAddressProblem, MailPair, MailPairProblem};

use crate::test;

fn mail(text: &str) -> Result<String, MailAddressProblem> {
    MailAddress::parse(text).map(String::from)
}

#[test]
fn addresses_are_read_as_people_type_them() {
    for (typed, kept) in [
        ("bangou-tarou@example.co.jp", "bangou-tarou@example.co.jp"),
        ("Taro@Example.JP", "Taro@example.jp"),
        ("　taro@example.jp \n", "taro@example.jp"),
        ("ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ", "taro@example.jp"),
        ("taro@example。jp", "taro@example.jp"),
        ("taroー1@example.jp", "taro-1@example.jp"),
        ("taro+tag@gmail.com", "taro+tag@gmail.com"),
        (
            "!#$%&'*+-/=?^_`{|}~@example.jp",
            "!#$%&'*+-/=?^_`{|}~@example.jp",
        ),
        ("a@b.jp", "a@b.jp"),
        (
            "taro@mail.city.example.lg.jp",
            "taro@mail.city.example.lg.jp",
        ),
        ("taro@xn--wgv71a119e.jp", "taro@xn--wgv71a119e.jp"),
        ("taro@example.xn--q9jyb4c", "taro@example.xn--q9jyb4c"),
        ("taro@3.example.jp", "taro@3.example.jp"),
        ("123456789019@docomo.ne.jp", "123456789019@docomo.ne.jp"),
        ("taro..@docomo.ne.jp", "taro..@docomo.ne.jp"),
        ("ta..ro.@DoCoMo.ne.jp", "ta..ro.@docomo.ne.jp"),
        (".taro@ezweb.ne.jp", ".taro@ezweb.ne.jp"),
        ("taro.@au.com", "taro.@au.com"),
    ] {
        assert_eq!(mail(typed), Ok(kept.to_owned()), "{typed}");
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "a list of cases")]
fn each_wrong_address_has_its_own_problem() {
    use MailAddressProblem as P;
    let long_local = format!("{}@example.jp", "a".repeat(65));
    let long = format!("{}@{}.jp", "a".repeat(50), "b".repeat(47));
    assert_eq!(long.len(), 101);
    let long_label = format!("a@{}.jp", "b".repeat(64));
    for (text, problem) in [
        ("", P::Empty),
        ("　 ", P::Empty),
        ("taro", P::AtMissing),
        ("taro.example.jp", P::AtMissing),
        ("taro@@example.jp", P::AtTwice),
        ("taro@exa@mple.jp", P::AtTwice),
        ("@example.jp", P::LocalMissing),
        ("taro@", P::Domain),
        ("taro@localhost", P::Domain),
        ("taro@example.", P::Domain),
        ("taro@.jp", P::Domain),
        ("taro@example..jp", P::Domain),
        ("taro@-example.jp", P::Domain),
        ("taro@example-.jp", P::Domain),
        ("taro@exam!ple.jp", P::Domain),
        ("taro@exam_ple.jp", P::Domain),
        ("taro@example.j", P::Domain),
        ("taro@example.j1", P::Domain),
        ("taro@example.123", P::Domain),
        ("taro@192.0.2.1", P::IpAddress),
        ("taro@[192.0.2.1]", P::IpAddress),
        ("taro@[IPv6:2001:db8::1]", P::IpAddress),
        ("taro@日本語.jp", P::InternationalDomain),
        ("taro@еxample.jp", P::InternationalDomain),
        ("taro@example.みんな", P::InternationalDomain),
        ("山田@example.jp", P::Character('山')),
        ("ta ro@example.jp", P::Character(' ')),
        ("taro @example.jp", P::Character(' ')),
        ("ta,ro@example.jp", P::Character(',')),
        ("\"taro\"@example.jp", P::Character('"')),
        ("<taro@example.jp>", P::Character('<')),
        ("Taro <taro@example.jp>", P::Character(' ')),
        ("taro@exa mple.jp", P::Character(' ')),
        ("taro@example、jp", P::Character('、')),
        ("taro@example😀.jp", P::Character('😀')),
        ("taro@example.jp\r\nBcc:x", P::Control('\r')),
        ("taro\u{200b}@example.jp", P::Control('\u{200b}')),
        ("taro\0@example.jp", P::Control('\0')),
        ("a@b.jp\r\nBcc: c@d.jp", P::Control('\r')),
        ("a@b.jp\nc@d.jp", P::Control('\n')),
        ("taro\t@example.jp", P::Control('\t')),
        ("taro@example.jp\u{202e}", P::Control('\u{202e}')),
        ("taro@exam\u{ad}ple.jp", P::Control('\u{ad}')),
        ("\"ta ro\"@example.jp", P::Character('"')),
        ("\"taro..\"@docomo.ne.jp", P::Character('"')),
        ("taro(a)@example.jp", P::Character('(')),
        ("ta\\ro@example.jp", P::Character('\\')),
        ("a@b.jp,c@d.jp", P::AtTwice),
        ("mailto:taro@example.jp", P::Character(':')),
        ("taro@example.jp.", P::Domain),
        ("taro@2130706433", P::IpAddress),
        ("taro@example.xn--", P::Domain),
        ("taro..@example.jp", P::Dots),
        (".taro@example.jp", P::Dots),
        ("ta..ro@gmail.com", P::Dots),
        ("taro.@softbank.ne.jp", P::Dots),
        (".taro@docomo.ne.jp", P::Dots),
        ("taro..@docomo.ne.jp.example.com", P::Dots),
        ("..@docomo.ne.jp", P::Dots),
        ("123456789018@example.jp", P::IndividualNumber),
        (&long_local, P::LocalTooLong),
        (&long, P::TooLong { count: 101 }),
        (&long_label, P::Domain),
    ] {
        assert_eq!(mail(text), Err(problem), "{}", text.escape_debug());
    }
}

#[test]
fn an_address_of_100_characters_is_taken() {
    let text = format!("{}@{}.jp", "a".repeat(50), "b".repeat(46));
    assert_eq!(text.len(), 100);
    assert_eq!(mail(&text), Ok(text));
    assert_eq!(
        mail(&"a".repeat(65_536)),
        Err(MailAddressProblem::TooLong { count: 65_536 })
    );
}

#[test]
fn only_odd_dots_need_quotes() {
    for (text, smtp) in [
        ("taro@example.jp", "taro@example.jp"),
        ("ta.ro@example.jp", "ta.ro@example.jp"),
        ("taro..@docomo.ne.jp", "\"taro..\"@docomo.ne.jp"),
        ("t..a@docomo.ne.jp", "\"t..a\"@docomo.ne.jp"),
        (".taro@ezweb.ne.jp", "\".taro\"@ezweb.ne.jp"),
    ] {
        assert_eq!(MailAddress::parse(text).unwrap().for_smtp(), smtp);
    }
}

#[test]
fn the_two_boxes_must_hold_the_same_address() {
    let read = |first, again| MailPair::read(first, again).map(String::from);
    let taro = Ok("taro@example.jp".to_owned());
    assert_eq!(read("taro@example.jp", "taro@example.jp"), taro);
    assert_eq!(read("taro@example.jp", " ｔａｒｏ＠EXAMPLE.jp "), taro);
    assert_eq!(
        read("taro@example.jp", ""),
        Err(MailPairProblem::AgainEmpty)
    );
    assert_eq!(
        read("taro@example.jp", "jiro@example.jp"),
        Err(MailPairProblem::Different)
    );
    assert_eq!(
        read("taro@example.jp", "Taro@example.jp"),
        Err(MailPairProblem::Different)
    );
    assert_eq!(
        read("taro@example.jp", "x"),
        Err(MailPairProblem::Different)
    );
    assert_eq!(
        read("", ""),
        Err(MailPairProblem::First(MailAddressProblem::Empty))
    );
    let problem = FormProblem::from(MailPairProblem::Different);
    assert_eq!(
        (problem.field, problem.problem),
        (Field::MailAgain, Problem::MailDifferent)
    );
}

#[test]
fn a_mistyped_domain_can_be_corrected() {
    let typed = MailAddress::parse("Taro@gmial.com").unwrap();
    assert_eq!(typed.suggest_domain().as_deref(), Some("gmail.com"));
    assert_eq!(typed.suggestion().unwrap().as_str(), "Taro@gmail.com");
    assert_eq!(
        MailAddress::parse("taro@example.jp").unwrap().suggestion(),
        None
    );
}
