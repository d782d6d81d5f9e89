//! A backup that somebody else wrote or changed is not taken, and leads nowhere else.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use server::backup::{self, BackupProblem, Checked, DATABASE, NotVouched, Trust, Unreadable};
use server::seal::OperatorKeys;
use sha2::{Digest as _, Sha256};

use crate::backup::{busy, checked, on_both_databases, operator};

fn read(backup: &Path) -> Value {
    serde_json::from_slice(&fs::read(backup.join("manifest.json")).unwrap()).unwrap()
}

fn write(backup: &Path, manifest: &Value) {
    let text = serde_json::to_vec_pretty(manifest).unwrap();
    fs::write(backup.join("manifest.json"), text).unwrap();
}

fn photos(backup: &Path) -> Vec<(String, PathBuf)> {
    let manifest = read(backup);
    let names = manifest["photos"].as_array().unwrap().iter();
    let names = names.map(|photo| photo["name"].as_str().unwrap().to_owned());
    names
        .map(|name| (name.clone(), backup.join("photos").join(name)))
        .collect()
}

fn trusting(keys: Option<&OperatorKeys>) -> Trust<'_> {
    Trust {
        keys,
        unauthenticated: true,
    }
}

fn refused(told: Result<Checked, Unreadable>) -> NotVouched {
    match told {
        Err(Unreadable::NotVouched(why)) => why,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_manifest_that_was_changed_is_refused_even_if_its_sums_fit_and_with_the_flag() {
    on_both_databases(async |portal, folder| {
        let (backup, _) = busy(&portal, folder).await;
        assert!(checked(&backup).unwrap().vouched_by.is_some());
        let (_, photo) = photos(&backup).remove(0);
        let other = b"another photo".as_slice();
        fs::write(photo, other).unwrap();
        let mut manifest = read(&backup);
        manifest["photos"][0]["bytes"] = json!(other.len());
        manifest["photos"][0]["sha256"] = json!(hex::encode(Sha256::digest(other)));
        write(&backup, &manifest);
        assert_eq!(refused(checked(&backup)), NotVouched::Forged);
        let with_the_flag = backup::check(&backup, trusting(Some(&operator(&[8, 7]))));
        assert_eq!(refused(with_the_flag), NotVouched::Forged);
        fs::write(backup.join("manifest.hmac"), "x").unwrap();
        assert_eq!(refused(checked(&backup)), NotVouched::Garbled);
    })
    .await;
}

#[tokio::test]
async fn files_that_were_changed_or_swapped_are_named() {
    on_both_databases(async |portal, folder| {
        let (backup, _) = busy(&portal, folder).await;
        let [(first, one), (second, other), _] = photos(&backup).try_into().unwrap();
        let beside = one.with_extension("beside");
        fs::rename(&one, &beside).unwrap();
        fs::rename(&other, &one).unwrap();
        fs::rename(&beside, &other).unwrap();
        let mut copy = fs::read(backup.join(DATABASE)).unwrap();
        copy[5000] ^= 1;
        fs::write(backup.join(DATABASE), copy).unwrap();
        let changed = [DATABASE.to_owned(), first, second].map(BackupProblem::Changed);
        assert_eq!(checked(&backup).unwrap().problems, changed);
    })
    .await;
}

#[tokio::test]
async fn a_name_that_leads_elsewhere_is_refused_before_anything_is_opened() {
    on_both_databases(async |portal, folder| {
        let (backup, _) = busy(&portal, folder).await;
        // Whoever forges a manifest leaves out what would vouch for it.
        fs::remove_file(backup.join("manifest.hmac")).unwrap();
        let good = read(&backup);
        fs::write(folder.join("outside.jpg.sealed"), "x").unwrap();
        let absolute = folder.join("outside.jpg.sealed").display().to_string();
        for name in [
            "../../outside.jpg.sealed",
            "a/../../../outside.jpg.sealed",
            "./outside.jpg.sealed",
            "a/b/c.jpg.sealed",
            "a/b.jpg",
            "/etc/passwd",
            absolute.as_str(),
            "",
        ] {
            let photo = |manifest: &mut Value| manifest["photos"][0]["name"] = json!(name);
            let database = |manifest: &mut Value| manifest["database"]["name"] = json!(name);
            let missing = |manifest: &mut Value| manifest["missing"] = json!([name]);
            let forges: [&dyn Fn(&mut Value); 3] = [&photo, &database, &missing];
            for forge in forges {
                let mut manifest = good.clone();
                forge(&mut manifest);
                write(&backup, &manifest);
                let told = backup::check(&backup, trusting(None));
                assert!(
                    matches!(told, Err(Unreadable::Manifest(_))),
                    "{name}: {told:?}"
                );
            }
        }
        write(&backup, &good);
        let told = backup::check(&backup, trusting(None)).unwrap();
        assert_eq!((told.problems, told.vouched_by), (vec![], None));
    })
    .await;
}

#[tokio::test]
async fn older_keys_still_check_and_what_nobody_vouches_for_needs_the_flag() {
    on_both_databases(async |portal, folder| {
        let (backup, _) = busy(&portal, folder).await;
        let [seven, both, eight] = [&[7][..], &[8, 7], &[8]].map(operator);
        let seventh = seven.newest().id();
        let told = |keys, unauthenticated| {
            let trust = Trust {
                keys,
                unauthenticated,
            };
            backup::check(&backup, trust).map(|checked| checked.vouched_by)
        };
        for keys in [&seven, &both] {
            assert_eq!(told(Some(keys), false).unwrap(), Some(seventh));
        }
        let of = |keys| match told(keys, false) {
            Err(Unreadable::NotVouched(why)) => why,
            other => panic!("{other:?}"),
        };
        assert_eq!(of(Some(&eight)), NotVouched::KeyMissing(seventh));
        assert_eq!(of(None), NotVouched::NoKey);
        assert_eq!(told(Some(&eight), true).unwrap(), None);
        assert_eq!(told(None, true).unwrap(), None);
        fs::remove_file(backup.join("manifest.hmac")).unwrap();
        assert_eq!(of(Some(&seven)), NotVouched::Nobody);
        assert_eq!(of(None), NotVouched::Nobody);
        assert_eq!(told(Some(&seven), true).unwrap(), None);
    })
    .await;
}
