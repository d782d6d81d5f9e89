//! `shinsei applications`, `shinsei purge` and `shinsei audit` as a shell sees them, beside a portal that goes
//! on: another process with the same database, key and bucket.

use std::path::Path;
use std::process::{Command, Output};

use rules::application::Page;
use rules::form::Problem;
use server::config::Photos;
use server::store::SavedJourney;

use crate::details::{told, wrong};
use crate::fresh_database::on_a_fresh_database;
use crate::object_storage;
use crate::processes::keep_in_bucket;
use crate::support::{BASE, Plan, TestPortal, details, form_id};

/// Longer ago than anything is kept after the hand-over.
const LONG_AGO: i64 = 3000 * 24 * 60 * 60;

/// A portal, and where the commands find what it keeps.
struct Office<'a> {
    portal: TestPortal,
    database: &'a str,
    prefix: String,
}

impl<'a> Office<'a> {
    async fn at(database: &'a str) -> Self {
        Self::planned(database, |_| {}).await
    }

    /// With settings of the test's own.
    async fn planned(database: &'a str, change: impl FnOnce(&mut Plan)) -> Self {
        let mut photos = Photos::default();
        keep_in_bucket(&mut photos);
        let prefix = photos.prefix.clone().unwrap();
        let portal = TestPortal::planned(|plan| {
            plan.settings.database.url = database.parse().unwrap();
            plan.settings.database.connections = 4.try_into().unwrap();
            plan.settings.photos = photos;
            change(plan);
        })
        .await;
        Self {
            portal,
            database,
            prefix,
        }
    }

    /// What a command says on either output, and its exit status.
    fn told(&self, arguments: &[&str]) -> (String, String, Option<i32>) {
        let [name, secret] = object_storage::ACCESS_KEY;
        let Output {
            stdout,
            stderr,
            status,
        } = Command::new(env!("CARGO_BIN_EXE_shinsei"))
            .args(arguments)
            .env("SHINSEI__MODE", "demo")
            .env("SHINSEI__HTTP__BASE_URL", BASE)
            .env("SHINSEI__SECRETS__KEY", "07".repeat(32))
            .env("SHINSEI__DATABASE__URL", self.database)
            .env("SHINSEI__PHOTOS__PLACE", "s3")
            .env("SHINSEI__PHOTOS__BUCKET", object_storage::BUCKET)
            .env("SHINSEI__PHOTOS__PREFIX", &self.prefix)
            .env("SHINSEI__PHOTOS__ENDPOINT", object_storage::endpoint())
            .env("SHINSEI__PHOTOS__ACCESS_KEY_ID", name)
            .env("SHINSEI__PHOTOS__SECRET_ACCESS_KEY", secret)
            .output()
            .unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (text(stdout), text(stderr), status.code())
    }

    /// An application with the form of this number that stands at this page.
    async fn applicant(&self, number: u8, page: Page) -> SavedJourney {
        let browser = self.portal.browser();
        assert_eq!(browser.give_form(number).await.location(), "/terms");
        browser.go(Page::Terms, page).await;
        self.portal.saved().await
    }

    /// An application that was handed over long ago, and one that was begun then.
    async fn long_ago(&self) -> SavedJourney {
        self.portal.wait(-LONG_AGO);
        let sent = self.applicant(2, Page::Done).await;
        let waiting = self.portal.service.submissions(None, true).await.unwrap();
        let mark = self.portal.service.mark_handed_over(&waiting[0]);
        mark.await.unwrap();
        self.applicant(3, Page::MailSent).await;
        self.portal.wait(LONG_AGO);
        sent
    }

    /// Hands an application over.
    fn hands_over(&self, receipt: &str) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().display().to_string();
        let (listed, ..) = self.told(&["applications", "list", "--waiting"]);
        let row = format!("{receipt}\twaiting\t2026-11-23T00:");
        assert!(listed.starts_with(&row), "{listed}");

        let missing = format!("{path}/drive");
        let (_, problem, status) = self.told(&["applications", "hand-over", &missing]);
        assert!(problem.contains("is no folder"), "{problem}");
        assert_eq!(status, Some(1));

        let (done, problem, status) = self.told(&["applications", "hand-over", &path]);
        assert_eq!(done, format!("1 handed over into {path}\n"), "{problem}");
        assert_eq!(status, Some(0));
        for ending in ["jpg", "json"] {
            let file = Path::new(&path).join(format!("{receipt}.{ending}"));
            assert!(file.exists(), "{ending}");
        }
        let (listed, ..) = self.told(&["applications", "list", "--waiting"]);
        assert_eq!(listed, "");
    }

    /// Deletes what is old, or says what would go.
    fn purges(&self, arguments: &[&str], how: &str) {
        let (told, problem, status) = self.told(arguments);
        for what in [
            "applications whose link was never opened",
            "applications handed over, with their forms",
        ] {
            let line = format!("1\t{what} {how}\n");
            assert!(told.contains(&line), "{told}{problem}");
        }
        assert_eq!(status, Some(0));
    }
}

async fn the_office_works(database: &str) {
    let office = Office::at(database).await;
    let old = office.long_ago().await;
    let sent = office.applicant(1, Page::Done).await;
    let receipt = sent.receipt.unwrap();
    office.hands_over(&receipt);
    let store = &office.portal.store;
    office.purges(&["purge", "--dry-run"], "would be deleted");
    assert!(store.journey(&old.id).await.unwrap().is_some());
    office.purges(&["purge"], "deleted");
    assert_eq!(store.journey(&old.id).await.unwrap(), None);
    let (listed, ..) = office.told(&["applications", "list"]);
    assert_eq!(listed.lines().count(), 1);
    let row = format!("{receipt}\thanded_over\t");
    assert!(listed.starts_with(&row), "{listed}");
}

/// A statement behind the portal's back.
async fn run(database: &str, statement: &'static str) {
    if database.starts_with("sqlite") {
        let pool = sqlx::SqlitePool::connect(database).await.unwrap();
        sqlx::raw_sql(statement).execute(&pool).await.unwrap();
    } else {
        let pool = sqlx::PgPool::connect(database).await.unwrap();
        sqlx::raw_sql(statement).execute(&pool).await.unwrap();
        pool.close().await;
    }
}

/// The hash that `audit verify` names.
fn hash_told(told: &str) -> String {
    let first = told.lines().next().unwrap();
    first.rsplit_once(' ').unwrap().1.to_owned()
}

async fn the_log_is_verified(database: &str) {
    let office = Office::at(database).await;
    let verify = |more: &[&str]| office.told(&[&["audit", "verify"], more].concat());
    let (told, _, status) = verify(&[]);
    let none = "no entry holds\n1 entries wait to be chained\n";
    assert_eq!((told.as_str(), status), (none, Some(0)));
    office.applicant(1, Page::MailSent).await;
    office.portal.keep_house().await;
    let (told, _, status) = verify(&[]);
    assert!(told.starts_with("entries 1 to 4 hold; the hash"), "{told}");
    assert!(told.ends_with("\n0 entries wait to be chained\n"), "{told}");
    assert_eq!(status, Some(0));
    // What the operator writes down is found again when the log has grown.
    let hash = hash_told(&told);
    office.applicant(2, Page::MailSent).await;
    office.portal.keep_house().await;
    assert_eq!(verify(&["--head", &hash]).2, Some(0));
    let (_, problem, status) = verify(&["--head", &"0f".repeat(32)]);
    assert!(problem.starts_with("BROKEN the hash given"), "{problem}");
    assert_eq!(status, Some(1));
    assert_eq!(verify(&["--head", "0f"]).2, Some(2));

    let (listed, ..) = office.told(&["audit", "list", "--after", "1"]);
    assert_eq!(listed.lines().count(), 6);
    assert!(listed.starts_with("2\t2026-11-23T00:"), "{listed}");
    assert!(listed.contains("\tregistered\t"), "{listed}");

    // The last entries are cut off: only the hash that is kept elsewhere shows it.
    let (told, ..) = verify(&[]);
    let hash = hash_told(&told);
    run(database, disarm(database)).await;
    run(database, "delete from audit where number = 7").await;
    assert_eq!(verify(&[]).2, Some(0));
    assert_eq!(verify(&["--head", &hash]).2, Some(1));
    run(database, "update audit set at = at + 1 where number = 3").await;
    let (told, problem, status) = verify(&[]);
    assert!(told.starts_with("entries 1 to 2 hold"), "{told}");
    assert!(
        problem.starts_with("BROKEN entry 3 does not follow"),
        "{problem}"
    );
    assert_eq!(status, Some(1));
    let (doctor, ..) = office.told(&["doctor"]);
    let photos = "photos: can be listed, written, read and deleted in bucket shinsei-test\n";
    assert!(doctor.contains(photos), "{doctor}");
    assert!(
        doctor.contains("PROBLEM audit log: entry 3 does not"),
        "{doctor}"
    );
}

async fn the_office_unlocks_a_form(database: &str) {
    let office = Office::planned(database, |plan| {
        plan.settings.journey.birth_date_tries_in_all = 2.try_into().unwrap();
    })
    .await;
    let browser = office.portal.applicant_at(Page::Details).await;
    for _ in 0..2 {
        told(&browser, &wrong()).await;
    }
    assert_eq!(told(&browser, &details()).await, Problem::BirthDateLocked);
    let unlock = |id: &str| office.told(&["forms", "unlock", id]);
    for (id, said) in [
        ("1234", "shinsei: this is no application ID: length\n"),
        (
            form_id(9).as_str(),
            "no form with this application ID was issued\n",
        ),
    ] {
        assert_eq!(unlock(id), (String::new(), said.to_owned(), Some(1)));
    }
    assert_eq!(told(&browser, &details()).await, Problem::BirthDateLocked);
    let (said, problem, status) = unlock(form_id(1).as_str());
    assert_eq!(said, "The form ending in 0981 is unlocked.\n", "{problem}");
    assert_eq!(status, Some(0));
    let led = browser.led("/api/details/give", &details()).await;
    assert_eq!(led, "/review");
}

#[tokio::test]
async fn a_locked_form_is_unlocked_on_a_file_and_on_a_server_alike() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("portal.sqlite");
    the_office_unlocks_a_form(&format!("sqlite://{}", file.display())).await;
    on_a_fresh_database(async |url| the_office_unlocks_a_form(url).await).await;
}

#[tokio::test]
async fn every_command_that_reads_or_changes_what_is_kept_is_recorded() {
    on_a_fresh_database(async |url| {
        let office = Office::at(url).await;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().display().to_string();
        let sheets = format!("{path}/forms.pdf");
        let copy = format!("{path}/copy");
        office.applicant(1, Page::Done).await;
        for arguments in [
            &["forms", "print", "--newest", "2", "--output", &sheets][..],
            &["applications", "list"],
            &["applications", "hand-over", &path],
            &["purge", "--dry-run"],
            &["purge"],
            &["mail", "retry", "--failed"],
            &["forms", "unlock", form_id(1).as_str()],
            &["key", "rewrap"],
            &["backup", &copy],
            &["verify"],
        ] {
            let (_, problem, status) = office.told(arguments);
            assert_eq!(status, Some(0), "{arguments:?}: {problem}");
        }
        office.portal.keep_house().await;
        let (listed, ..) = office.told(&["audit", "list", "--after", "1"]);
        let acts = listed.lines().filter_map(|line| line.split('\t').nth(2));
        let wanted = [
            "command_print_forms",
            "command_list_applications",
            "command_hand_over",
            "command_purge",
            "command_retry_mails",
            "command_unlock_form",
            "command_rewrap_keys",
            "command_backup",
            "command_verify",
        ];
        let commands = acts.filter(|act| act.starts_with("command_"));
        assert_eq!(commands.collect::<Vec<_>>(), wanted, "{listed}");
    })
    .await;
}

/// Takes away what refuses changes of the log.
fn disarm(database: &str) -> &'static str {
    if database.starts_with("sqlite") {
        "drop trigger audit_stays_as_it_is; drop trigger audit_goes_behind_a_checkpoint"
    } else {
        "alter table audit disable trigger user"
    }
}

#[tokio::test]
async fn the_audit_log_is_verified_on_a_file_and_on_a_server_alike() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("portal.sqlite");
    the_log_is_verified(&format!("sqlite://{}", file.display())).await;
    on_a_fresh_database(async |url| the_log_is_verified(url).await).await;
}

#[tokio::test]
async fn the_commands_of_the_office_work_on_a_file_and_on_a_server_alike() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("portal.sqlite");
    the_office_works(&format!("sqlite://{}", file.display())).await;
    on_a_fresh_database(async |url| the_office_works(url).await).await;
}
