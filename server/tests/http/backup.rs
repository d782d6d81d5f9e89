//! A backup is made while applicants go on, put back elsewhere, looked through, and they go
//! on there: from either database into either.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use async_trait::async_trait;
use futures_util::stream::BoxStream;
use rules::Moment;
use rules::application::Page;
use server::backup::{self, BackupProblem, Checked, DATABASE, Manifest, Trust, Unreadable};
use server::config::Settings;
use server::photos::{KeptPhoto, PhotoVault, VaultError, VaultKey};
use server::seal::{KEY_BYTES, Key, OperatorKey, OperatorKeys};
use server::service::{RowProblem, Verified, Wrong};
use server::setup::{open_empty_database, open_photos};

use crate::fresh_database::on_a_fresh_database;
use crate::support::{Browser, MAIL, NAME, TestPortal, fixture, form_id};

/// A portal with its photos in a folder.
async fn portal(folder: &Path, url: Option<&str>) -> TestPortal {
    TestPortal::planned(|plan| {
        plan.settings.photos.folder = folder.join("photos");
        if let Some(url) = url {
            plan.settings.database.url = url.parse().unwrap();
            plan.settings.database.connections = 3.try_into().unwrap();
        }
    })
    .await
}

/// Tells it of a portal on an `SQLite` file and of one on a `PostgreSQL` server, with an empty
/// folder.
pub(crate) async fn on_both_databases(test: impl AsyncFn(TestPortal, &Path)) {
    let folder = tempfile::tempdir().unwrap();
    test(portal(folder.path(), None).await, folder.path()).await;
    let folder = tempfile::tempdir().unwrap();
    on_a_fresh_database(async |url| {
        test(portal(folder.path(), Some(url)).await, folder.path()).await;
    })
    .await;
}

/// The operator's keys of these numbers, the newest first; the portal's own is 7.
pub(crate) fn operator(numbers: &[u8]) -> OperatorKeys {
    let mut keys = numbers
        .iter()
        .map(|number| OperatorKey::derive(&Key::new([*number; KEY_BYTES])));
    OperatorKeys::new(keys.next().unwrap(), keys.collect())
}

/// Reads a backup through with the portal's key.
pub(crate) fn checked(backup: &Path) -> Result<Checked, Unreadable> {
    let trust = Trust {
        keys: Some(&operator(&[7])),
        unauthenticated: false,
    };
    backup::check(backup, trust)
}

pub(crate) async fn made(portal: &TestPortal, vault: &dyn PhotoVault, folder: &Path) -> Manifest {
    let now = portal.service.now();
    let keys = operator(&[7]);
    backup::make(&*portal.store, vault, folder, now, Some(&keys))
        .await
        .unwrap()
}

/// Puts a backup back as the command does.
async fn restored(portal: &TestPortal, backup: &Path, settings: Settings) -> TestPortal {
    let Checked {
        manifest, problems, ..
    } = checked(backup).unwrap();
    assert_eq!(problems, []);
    let database = open_empty_database(&settings.database).await.unwrap();
    let vault = open_photos(&settings.photos).unwrap();
    backup::restore_photos(backup, &manifest, &vault)
        .await
        .unwrap();
    database.fill(&backup.join(DATABASE)).await.unwrap();
    portal.elsewhere(|plan| plan.settings = settings).await
}

/// Settings of a portal somewhere else.
fn elsewhere(portal: &TestPortal, folder: &Path, url: Option<&str>) -> Settings {
    let mut settings = portal.settings().clone();
    settings.photos.folder = folder.join("photos");
    let file = format!("sqlite://{}", folder.join("portal.sqlite").display());
    settings.database.url = url.unwrap_or(&file).parse().unwrap();
    settings
}

/// A browser whose form of this number stands at this page.
async fn at(portal: &TestPortal, number: u8, page: Page) -> Browser {
    let browser = portal.browser();
    browser.give_form(number).await;
    browser.go(Page::Terms, page).await;
    browser
}

async fn verified(portal: &TestPortal) -> Verified {
    portal.service.verify().await.unwrap()
}

/// Three applicants; while a backup is made two of them go on, with photos that come and go.
pub(crate) async fn busy(portal: &TestPortal, folder: &Path) -> (PathBuf, [Browser; 2]) {
    at(portal, 1, Page::Done).await;
    let review = at(portal, 2, Page::Review).await;
    let photo = at(portal, 3, Page::PhotoCheck).await;
    let backup = folder.join("backup");
    let (taken, writer) = (fixture("restarts.jpg"), photo.clone());
    let writing = async {
        for _ in 0..6 {
            writer.upload(&taken).await;
            portal.keep_house().await;
        }
    };
    let (manifest, ()) = tokio::join!(made(portal, &*portal.vault, &backup), writing);
    assert_eq!(manifest.missing, []);
    assert_eq!((manifest.rows["journeys"], manifest.photos.len()), (3, 3));
    (backup, [review, photo])
}

#[tokio::test]
async fn applicants_go_on_where_a_backup_was_put_back() {
    on_both_databases(async |portal, folder| {
        let (backup, [review, photo]) = busy(&portal, folder).await;
        let of_a_file = folder.join("elsewhere");
        on_a_fresh_database(async |url| {
            for (place, url) in [(&of_a_file, None), (&folder.join("server"), Some(url))] {
                let new = restored(&portal, &backup, elsewhere(&portal, place, url)).await;
                let looked = verified(&new).await;
                assert_eq!(looked.problems, []);
                let counts = [looked.applications, looked.photos, looked.forms];
                assert_eq!(counts, [3, 3, 3]);
                for (browser, from) in [(&review, Page::Review), (&photo, Page::PhotoCheck)] {
                    let browser = browser.at(&new);
                    browser.go(from, Page::Done).await;
                    browser.get("/done").await.is(200);
                }
                assert_eq!(verified(&new).await.problems, []);
            }
        })
        .await;
        // And where it was made.
        assert_eq!(verified(&portal).await.problems, []);
        review.go(Page::Review, Page::Done).await;
    })
    .await;
}

#[tokio::test]
async fn a_backup_is_worth_nothing_without_the_key() {
    on_both_databases(async |portal, folder| {
        let (backup, _) = busy(&portal, folder).await;
        let copy = std::fs::read(backup.join(DATABASE)).unwrap();
        let id = form_id(1);
        for canary in [NAME, MAIL, id.as_str()] {
            let canary = canary.as_bytes();
            assert!(!copy.windows(canary.len()).any(|window| window == canary));
        }
        let new = elsewhere(&portal, &folder.join("new"), None);
        let new = restored(&portal, &backup, new).await;
        assert!(new.starts_with(&[8]).await.is_err());
        new.starts_with(&[7]).await.unwrap();
    })
    .await;
}

/// A place for photos where an applicant sends another photo, and the one before is
/// removed, just when the first is to be copied.
struct Slippery {
    browser: Browser,
    is_over: AtomicBool,
}

#[async_trait]
impl PhotoVault for Slippery {
    async fn keep(&self, key: &VaultKey, sealed: Vec<u8>) -> Result<(), VaultError> {
        self.browser.portal.vault.keep(key, sealed).await
    }
    async fn fetch(&self, key: &VaultKey) -> Result<Vec<u8>, VaultError> {
        if !self.is_over.swap(true, Ordering::SeqCst) {
            self.browser.upload(&fixture("restarts.jpg")).await;
            self.browser.portal.keep_house().await;
        }
        self.browser.portal.vault.fetch(key).await
    }
    async fn discard(&self, key: &VaultKey) -> Result<(), VaultError> {
        self.browser.portal.vault.discard(key).await
    }
    fn list(&self) -> BoxStream<'_, Result<KeptPhoto, VaultError>> {
        self.browser.portal.vault.list()
    }
    async fn tidy(&self, before: Moment) -> Result<usize, VaultError> {
        self.browser.portal.vault.tidy(before).await
    }
}

#[tokio::test]
async fn a_photo_that_is_replaced_before_it_is_copied_is_not_missed() {
    on_both_databases(async |portal, folder| {
        let browser = at(&portal, 1, Page::PhotoCheck).await;
        let before = portal.saved().await.photo_key.unwrap();
        let vault = Slippery {
            browser,
            is_over: AtomicBool::new(false),
        };
        let manifest = made(&portal, &vault, &folder.join("backup")).await;
        let after = portal.saved().await.photo_key.unwrap();
        assert_ne!(after, before);
        assert_eq!(manifest.missing, []);
        let copied: Vec<_> = manifest
            .photos
            .iter()
            .map(|photo| photo.name.as_str())
            .collect();
        assert_eq!(copied, [&after]);
        assert_eq!(checked(&folder.join("backup")).unwrap().problems, []);
    })
    .await;
}

#[tokio::test]
async fn what_is_lost_or_damaged_is_named_and_keeps_no_backup_from_being_made() {
    let folder = tempfile::tempdir().unwrap();
    let portal = portal(folder.path(), None).await;
    let mut photos = Vec::new();
    for number in 1..=3 {
        at(&portal, number, Page::PhotoCheck).await;
        photos.push(portal.saved().await);
    }
    let file = |number: usize| {
        let key = photos[number].photo_key.as_ref().unwrap();
        folder.path().join("photos").join(key)
    };
    std::fs::remove_file(file(0)).unwrap();
    let mut bytes = std::fs::read(file(1)).unwrap();
    bytes[100] ^= 1;
    std::fs::write(file(1), bytes).unwrap();
    let key = |number: usize| photos[number].photo_key.clone().unwrap();
    let problem = |number: usize, wrong| RowProblem {
        table: "journeys",
        row: photos[number].id.as_str().to_owned(),
        wrong,
    };
    let mut found = verified(&portal).await.problems;
    found.sort_by_key(|problem| {
        photos
            .iter()
            .position(|saved| saved.id.as_str() == problem.row)
    });
    let expected = [
        problem(0, Wrong::NoPhoto(key(0))),
        problem(1, Wrong::PhotoClosed(key(1))),
    ];
    assert_eq!(found, expected);

    let backup = folder.path().join("backup");
    let manifest = made(&portal, &*portal.vault, &backup).await;
    let missing: Vec<_> = manifest.missing.iter().map(VaultKey::as_str).collect();
    assert_eq!(missing, [key(0)]);
    assert_eq!(manifest.photos.len(), 2);

    let told = "update journeys set stage = 'photographed', version = version + 1; \
                update forms set sealed = x'0102'; update sessions set sealed = x'0102'";
    crate::keys::tell_the_database(&portal, told).await;
    let found = verified(&portal).await.problems;
    let contradicting = problem(2, Wrong::Contradicts("stage"));
    assert!(found.contains(&contradicting), "{found:?}");
    for (table, count) in [("forms", 3), ("sessions", 3)] {
        let closed = found
            .iter()
            .filter(|found| found.table == table && matches!(found.wrong, Wrong::Closed(_)));
        assert_eq!(closed.count(), count, "{table}: {found:?}");
    }
}

#[tokio::test]
async fn a_backup_that_is_not_as_it_was_written_is_found_out() {
    let folder = tempfile::tempdir().unwrap();
    let portal = portal(folder.path(), None).await;
    let (backup, _) = busy(&portal, folder.path()).await;
    let manifest = checked(&backup).unwrap().manifest;
    let photos: Vec<_> = manifest
        .photos
        .iter()
        .map(|photo| photo.name.as_str())
        .collect();
    let at = |name: &str| backup.join("photos").join(name);
    let turned = |file: &Path| {
        let mut bytes = std::fs::read(file).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        std::fs::write(file, bytes).unwrap();
    };
    turned(&backup.join(DATABASE));
    turned(&at(photos[0]));
    std::fs::remove_file(at(photos[1])).unwrap();
    std::fs::write(at(photos[2]).with_file_name("x"), "").unwrap();
    let problems = checked(&backup).unwrap().problems;
    let foreign = Path::new(photos[2]).with_file_name("x");
    let expected = [
        BackupProblem::Changed(DATABASE.to_owned()),
        BackupProblem::Changed(photos[0].to_owned()),
        BackupProblem::Missing(photos[1].to_owned()),
        BackupProblem::Foreign(foreign.display().to_string()),
    ];
    assert_eq!(problems, expected);
    std::fs::remove_file(backup.join("manifest.json")).unwrap();
    assert!(matches!(checked(&backup), Err(Unreadable::NoManifest)));
}

#[tokio::test]
async fn photos_are_not_put_among_others() {
    let folder = tempfile::tempdir().unwrap();
    let portal = portal(folder.path(), None).await;
    let (backup, _) = busy(&portal, folder.path()).await;
    let manifest = checked(&backup).unwrap().manifest;
    let vault = open_photos(&elsewhere(&portal, &folder.path().join("new"), None).photos).unwrap();
    // Broken off and begun again.
    for _ in 0..2 {
        backup::restore_photos(&backup, &manifest, &vault)
            .await
            .unwrap();
    }
    let other = VaultKey::new("other", "1").unwrap();
    vault.keep(&other, vec![0]).await.unwrap();
    let told = backup::restore_photos(&backup, &manifest, &vault).await;
    let told = told.unwrap_err().to_string();
    assert!(told.contains("other/1.jpg.sealed"), "{told}");
    let again = backup::make(
        &*portal.store,
        &*portal.vault,
        &backup,
        portal.service.now(),
        None,
    );
    let told = again.await.unwrap_err().to_string();
    assert!(told.contains("not empty"), "{told}");
}
