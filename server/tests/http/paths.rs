//! Addresses that a client library would have tidied: no file from outside the site, no page of
//! an application under another name, no fault, and nothing of the address in a page.

use rules::application::Page;

use crate::crawl::pages;
use crate::support::{MAIL, NAME, Spoken, TestPortal, Wire};

/// What stands in a file beside the folder of the site.
const OUTSIDE: &str = "what nobody may see from outside";

/// A portal with such a file, its socket, and the cookie of somebody who has nearly finished.
async fn at_the_socket() -> (TestPortal, Wire, String) {
    let portal = TestPortal::planned(|plan| {
        plan.settings.limits.unknown_links = 60_000.try_into().unwrap();
    })
    .await;
    let folder = portal.database_files()[0].parent().unwrap().to_owned();
    std::fs::write(folder.join("outside.txt"), OUTSIDE).unwrap();
    std::fs::write(folder.join("site/inside.txt"), "inside").unwrap();
    let cookie = portal.applicant_at(Page::Review).await.cookie().unwrap();
    let wire = Wire::of(&portal);
    (portal, wire, cookie)
}

/// Asks for addresses over one connection, with the cookie.
async fn asked<'a>(wire: &Wire, cookie: &str, paths: &'a [Vec<u8>]) -> Vec<(&'a [u8], Spoken)> {
    let mut said = Vec::new();
    for (number, path) in paths.iter().enumerate() {
        let ends = if number + 1 == paths.len() {
            "Connection: close\r\n"
        } else {
            ""
        };
        let rest =
            format!(" HTTP/1.1\r\nHost: a\r\nAccept: text/html\r\nCookie: {cookie}\r\n{ends}\r\n");
        said.extend([b"GET ", path.as_slice(), rest.as_bytes()].concat());
    }
    let answers = wire.say(&said).await;
    assert_eq!(answers.len(), paths.len(), "{:?}", answers.last());
    paths.iter().map(Vec::as_slice).zip(answers).collect()
}

/// Holds for every answer: no fault, the headers that protect, nothing from elsewhere.
#[track_caller]
fn insist(path: &[u8], answer: &Spoken) {
    let path = String::from_utf8_lossy(&path[..path.len().min(200)]);
    let status = answer.status().as_u16();
    assert!(
        matches!(status, 200 | 303 | 400 | 404 | 405),
        "{status} at {path}"
    );
    for (name, begin) in [
        ("content-security-policy", "default-src 'none'; "),
        ("strict-transport-security", "max-age="),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "strict-origin"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        assert!(answer.header(name).starts_with(begin), "{name} at {path}");
    }
    let to = answer.header("location");
    assert!(
        to.is_empty() || pages().iter().any(|page| page == to),
        "{to} at {path}"
    );
    let text = answer.text();
    for foreign in [
        OUTSIDE,
        "SQLite format",
        "root:",
        "[workspace]",
        "<giftig7f",
        "\"giftig7f",
    ] {
        assert!(!text.contains(foreign), "{foreign} at {path}");
    }
}

/// Nothing of the application is on it.
#[track_caller]
fn insist_on_nobody(path: &[u8], answer: &Spoken) {
    let path = String::from_utf8_lossy(path);
    for secret in [NAME, MAIL, "平成10年"] {
        assert!(!answer.text().contains(secret), "{secret} at {path}");
    }
}

/// Ways up, as servers and proxies have misread them.
const UPS: [&str; 9] = [
    "..",
    "%2e%2e",
    ".%2e",
    "%2E.",
    "%252e%252e",
    "..;",
    "%c0%ae%c0%ae",
    "..%00",
    "....",
];
/// What has been taken for a slash.
const SLASHES: [&str; 6] = ["/", "%2f", "%5c", "\\", "//", "%252F"];

#[tokio::test]
async fn no_way_up_leads_out_of_the_site() {
    let (_portal, wire, cookie) = at_the_socket().await;
    let mut paths = Vec::new();
    for begin in [
        "/",
        "/pkg/",
        "/modules/",
        "/terms/",
        "/open/",
        "/captcha/",
        "/api/",
    ] {
        for up in UPS {
            for slash in SLASHES {
                let way = format!("{up}{slash}").repeat(if begin == "/" { 1 } else { 2 });
                for file in ["outside.txt", "portal.sqlite"] {
                    paths.push(format!("{begin}{way}{file}").into_bytes());
                }
            }
        }
    }
    paths.extend([
        b"/pkg//etc/passwd".to_vec(),
        b"//etc/passwd".to_vec(),
        b"/%2fetc%2fpasswd".to_vec(),
        b"/pkg/../../Cargo.toml".to_vec(),
        b"/file:///etc/passwd".to_vec(),
    ]);
    for (path, answer) in asked(&wire, &cookie, &paths).await {
        insist(path, &answer);
        insist_on_nobody(path, &answer);
    }
    // What is in the site is there, so that the others were looked for.
    let inside = [b"/inside.txt".to_vec(), b"/pkg/shinsei.css".to_vec()];
    for (path, answer) in asked(&wire, &cookie, &inside).await {
        insist(path, &answer);
        assert_eq!(answer.status(), 200);
    }
}

#[tokio::test]
async fn no_folder_is_listed_and_none_leads_elsewhere() {
    let (_portal, wire, cookie) = at_the_socket().await;
    let folders = [
        "/pkg", "/pkg/", "//pkg", "/./pkg", "///pkg", "/modules", "/%70kg", "/pkg/.",
    ];
    let paths = folders.map(|path| path.as_bytes().to_vec());
    for (path, answer) in asked(&wire, &cookie, &paths).await {
        insist(path, &answer);
        assert_eq!(answer.status(), 404, "{}", String::from_utf8_lossy(path));
    }
}

#[tokio::test]
async fn no_page_has_a_second_name() {
    let (_portal, wire, cookie) = at_the_socket().await;
    let own: Vec<Vec<u8>> = vec![b"/review".to_vec()];
    let page = asked(&wire, &cookie, &own).await.remove(0).1;
    assert!(page.text().contains(NAME), "{}", page.text());
    let mut paths = Vec::new();
    for page in [
        "review",
        "details",
        "photo/check",
        "mail/sent",
        "photo/current",
    ] {
        let (first, rest) = page.split_at(1);
        let encoded = format!("%{:x}{rest}", first.as_bytes()[0]);
        let shouted = page.to_uppercase();
        for other in [
            format!("/{page}/"),
            format!("//{page}"),
            format!("/./{page}"),
            format!("/terms/../{page}"),
            format!("/terms/%2e%2e/{page}"),
            format!("/pkg/../{page}"),
            format!("/{page}/."),
            format!("/{page}/x/.."),
            format!("/{page}%2f"),
            format!("/{page}%00"),
            format!("/{page}%20"),
            format!("/{page};x=1"),
            format!("/{page}.css"),
            format!("/{page}/x.css"),
            format!("/{page}%3fx"),
            format!("/{encoded}"),
            format!("/{shouted}"),
            format!("/pkg/{page}"),
        ] {
            paths.push(other.into_bytes());
        }
    }
    for (path, answer) in asked(&wire, &cookie, &paths).await {
        insist(path, &answer);
        insist_on_nobody(path, &answer);
        assert_eq!(answer.status(), 404, "{}", String::from_utf8_lossy(path));
    }
}

#[tokio::test]
async fn what_is_no_address_is_told_so_and_not_repeated() {
    let (_portal, wire, cookie) = at_the_socket().await;
    let mut paths: Vec<Vec<u8>> = Vec::new();
    for begin in [
        "/",
        "/pkg/",
        "/open/",
        "/apply/",
        "/captcha/",
        "/api/",
        "/terms?",
        "/open/a?",
    ] {
        for rest in [
            "%",
            "%2",
            "%zz",
            "%%",
            "%u0041",
            "%00",
            "%ff%fe",
            "%ed%a0%80",
            "%0d%0aX-A:%20b",
            "%3cgiftig7f%3e",
            "%22giftig7f",
            "a%00.png",
            "%2e%2e%2f.png",
            "~",
            "*",
            "@evil.example",
            "https://evil.example/",
        ] {
            paths.push(format!("{begin}{rest}").into_bytes());
        }
        for length in [300, 5_000, 8 * 1024, 30_000] {
            paths.push(format!("{begin}{}", "a".repeat(length)).into_bytes());
            paths.push(format!("{begin}{}", "a/".repeat(length / 2)).into_bytes());
        }
    }
    for (path, answer) in asked(&wire, &cookie, &paths).await {
        insist(path, &answer);
    }
}

/// hyper refuses a request line with other bytes than an address may have (a browser's UTF-8
/// among them it takes); a head over 64 KB is more than is kept of one.
#[tokio::test]
async fn what_is_no_request_line_is_refused_before_anybody_looks_at_it() {
    let (portal, wire, cookie) = at_the_socket().await;
    portal.store.take_calls();
    let long = [b"/".as_slice(), &b"a".repeat(70_000)].concat();
    for (path, status) in [
        (b"/\xff\xfe".as_slice(), 400),
        ("/申請".as_bytes(), 404),
        (b"/a b", 400),
        (b"/a\0b", 400),
        (b"/a\x07", 400),
        (b"terms", 400),
        (b"shinsei.example:443", 400),
        (b"*", 400),
        (&long, 431),
        (&[b"/terms?".as_slice(), &long].concat(), 431),
    ] {
        let rest = format!(" HTTP/1.1\r\nHost: a\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n");
        let answers = wire.say(&[b"GET ", path, rest.as_bytes()].concat()).await;
        let shown = String::from_utf8_lossy(&path[..path.len().min(40)]);
        assert_eq!(answers[0].status(), status, "{shown}");
        assert!(portal.store.take_calls().is_empty(), "{shown}");
    }
}
