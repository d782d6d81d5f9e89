//! An applicant who knows the way: what is given on each page.

use rules::BirthDateFields;
use rules::application::Page;
use server::store::SavedJourney;
use sha2::Digest as _;

use super::{ANSWER, Answer, Browser, Fields, TestPortal, fields, fixture, form_id};

/// Contact name. Like the two below, it must never be found in the clear.
pub(crate) const NAME: &str = "金成屋 花子";
/// Mail address.
pub(crate) const MAIL: &str = "hanako.kanariya@example.jp";
/// Birth date, as it is typed.
pub(crate) const BIRTH: Born = Born {
    era: "H",
    year: "10",
    month: "3",
    day: "27",
};

/// A birth date in four controls.
#[derive(Clone, Copy)]
pub(crate) struct Born {
    pub(crate) era: &'static str,
    pub(crate) year: &'static str,
    pub(crate) month: &'static str,
    pub(crate) day: &'static str,
}

impl From<Born> for BirthDateFields {
    fn from(
        Born {
            era,
            year,
            month,
            day,
        }: Born,
    ) -> Self {
        let [era, year, month, day] = [era, year, month, day].map(str::to_owned);
        Self {
            era,
            year,
            month,
            day,
            ..Self::default()
        }
    }
}

pub(crate) fn agreement() -> Fields<'static> {
    fields(&[
        ("adult", "yes"),
        ("consent", "yes"),
        ("applicant", "myself"),
    ])
}

pub(crate) fn contact(challenge: &str) -> Fields<'static> {
    contact_at(challenge, MAIL)
}

/// The same with this mail address.
pub(crate) fn contact_at(challenge: &str, mail: &str) -> Fields<'static> {
    fields(&[
        ("contact_name", NAME),
        ("mail", mail),
        ("mail_again", mail),
        ("challenge", challenge),
        ("captcha", ANSWER),
    ])
}

/// The controls of a birth date.
pub(crate) fn born(born: Born) -> Fields<'static> {
    fields(&[
        ("era", born.era),
        ("year", born.year),
        ("month", born.month),
        ("day", born.day),
    ])
}

pub(crate) fn details() -> Fields<'static> {
    let rest = [
        ("certificates", "issue"),
        ("braille_wish", "no"),
        ("details_declaration", "yes"),
    ];
    [born(BIRTH), fields(&rest)].concat()
}

impl Browser {
    /// The name of a new captcha, looked at for as long as a person does.
    pub(crate) async fn challenge(&self) -> String {
        let page = self.get("/mail").await.is(200);
        self.portal
            .wait(self.portal.service.bounds().least_form_seconds);
        page.value_of("captcha-challenge")
    }

    pub(crate) async fn give_form(&self, number: u8) -> Answer {
        self.post(
            "/api/start/give",
            &fields(&[("application_id", form_id(number).as_str())]),
        )
        .await
    }

    pub(crate) async fn give_contact(&self) -> Answer {
        let challenge = self.challenge().await;
        self.post("/api/mail/give", &contact(&challenge)).await
    }

    pub(crate) async fn open_link(&self) -> Answer {
        let token = self.portal.token().await;
        self.post("/api/link/open", &fields(&[("token", &token)]))
            .await
    }

    /// The fields of the review as it is shown now.
    pub(crate) async fn reviewed(&self) -> Fields<'static> {
        let seen = self.get("/review").await.is(200).hidden("seen");
        vec![("seen", seen), ("submit_declaration", "yes".to_owned())]
    }

    /// Does what leads on from this page.
    async fn go_on_from(&self, page: Page) -> Answer {
        match page {
            Page::Start => self.give_form(1).await,
            Page::Terms => self.post("/api/terms/agree", &agreement()).await,
            Page::Mail => self.give_contact().await,
            Page::MailCheck => self.post("/api/mail/confirm", &fields(&[])).await,
            Page::MailSent => self.open_link().await,
            Page::Device => {
                let code = self.portal.code().await;
                self.post("/api/device/prove", &fields(&[("device_code", &code)]))
                    .await
            }
            Page::Photo => self.upload(&fixture("restarts.jpg")).await,
            Page::PhotoCheck => {
                self.post(
                    "/api/photo/confirm",
                    &fields(&[("photo_declaration", "yes")]),
                )
                .await
            }
            Page::Details => self.post("/api/details/give", &details()).await,
            Page::Review => {
                let fields = self.reviewed().await;
                self.post("/api/submit", &fields).await
            }
            Page::Done => panic!("the journey is over"),
        }
    }

    /// Goes on from one page until another is reached.
    pub(crate) async fn go(&self, mut from: Page, to: Page) {
        while from != to {
            let answer = self.go_on_from(from).await;
            let path = answer.location();
            from = Page::ALL
                .into_iter()
                .find(|page| page.path() == path)
                .unwrap();
            assert!(from <= to, "{path} is beyond {to:?}");
        }
    }
}

impl TestPortal {
    /// A browser whose application stands at this page. [`Page::Device`] is
    /// reached by another one than registered the address.
    pub(crate) async fn applicant_at(&self, page: Page) -> Browser {
        self.applicant_with_form(1, page).await
    }

    /// The same with the form of this number.
    pub(crate) async fn applicant_with_form(&self, number: u8, page: Page) -> Browser {
        let browser = self.browser();
        if page == Page::Start {
            return browser;
        }
        assert_eq!(browser.give_form(number).await.location(), "/terms");
        if page == Page::Device {
            browser.go(Page::Terms, Page::MailSent).await;
            let second = self.browser();
            assert_eq!(second.open_link().await.location(), "/device");
            return second;
        }
        browser.go(Page::Terms, page).await;
        browser
    }

    /// The application whose link arrived last, as it is kept.
    pub(crate) async fn saved(&self) -> SavedJourney {
        let token = self.token().await;
        let link = self
            .store
            .link(&sha2::Sha256::digest(token).into())
            .await
            .unwrap()
            .unwrap();
        self.store.journey(&link.journey).await.unwrap().unwrap()
    }
}
