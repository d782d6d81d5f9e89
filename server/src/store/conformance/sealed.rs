//! What is sealed under the operator's keys: look-up keys agreed on, rows counted, read in
//! portions, sealed anew.

use futures_util::future::join_all;

use super::samples::{NOW, digest, form, journey, kept, mail, written};
use super::{on_every_pair, on_every_store};
use crate::lossless::wide;
use crate::seal::{KeyId, NAMED};
use crate::store::{
    Resealed, SavedForm, SavedJourney, SavedLookUpKey, SealedCount, SealedTable, Store, Which,
    Write,
};

fn look_up_key(purpose: &'static str, number: u8) -> SavedLookUpKey {
    SavedLookUpKey {
        purpose,
        sealed: vec![number],
    }
}

#[tokio::test]
async fn processes_that_start_at_once_get_the_same_look_up_keys() {
    on_every_pair(async |stores| {
        let mine = |number| {
            ["form", "mail"]
                .map(|purpose| look_up_key(purpose, number))
                .to_vec()
        };
        let starts =
            (1..=20).map(|number| stores[usize::from(number) % 2].look_up_keys(mine(number)));
        let got: Vec<_> = join_all(starts)
            .await
            .into_iter()
            .map(Result::unwrap)
            .collect();
        assert_eq!(got[0].len(), 2);
        assert_eq!(got[0][0].sealed, got[0][1].sealed);
        assert!(got.iter().all(|keys| *keys == got[0]), "{got:?}");
        assert_eq!(stores[0].look_up_keys(Vec::new()).await.unwrap(), got[0]);
    })
    .await;
}

/// Names a key; then comes what is sealed.
fn named(key: KeyId, rest: u8) -> Vec<u8> {
    [key.head().as_slice(), &[rest]].concat()
}

fn key(number: u8) -> KeyId {
    KeyId::read(&[number; 8]).unwrap()
}

/// Forms 1 to 5: the first two name no key, the next two the key 7, the last the key 8.
async fn five_forms(store: &dyn Store) {
    let texts = [
        vec![1, 9],
        // A nonce that looks like a name is none.
        [&[1][..], &[7; 8]].concat(),
        named(key(7), 3),
        named(key(7), 4),
        named(key(8), 5),
    ];
    let forms = texts
        .into_iter()
        .zip(1..)
        .map(|(sealed, number)| SavedForm {
            sealed,
            ..form(number)
        });
    store.add_forms(forms.collect()).await.unwrap();
}

async fn listed(store: &dyn Store, after: &str, which: Which, at_most: u32) -> Vec<u8> {
    let rows = store.sealed_rows(SealedTable::Forms, after, which, at_most);
    let rows = rows.await.unwrap();
    let numbers = (1..=5).map(|number| (number, hex::encode(digest(number))));
    let number = |row: &str| numbers.clone().find(|known| known.1 == row).unwrap().0;
    rows.iter().map(|row| number(&row.row)).collect()
}

#[tokio::test]
async fn rows_are_listed_in_portions_by_what_they_name() {
    on_every_store(async |store| {
        five_forms(store).await;
        assert_eq!(listed(store, "", Which::All, 9).await, [1, 2, 3, 4, 5]);
        assert_eq!(listed(store, "", Which::All, 2).await, [1, 2]);
        let second = hex::encode(digest(2));
        assert_eq!(listed(store, &second, Which::All, 2).await, [3, 4]);
        assert_eq!(listed(store, "", Which::Unnamed, 9).await, [1, 2]);
        let not_seven = Which::NotNaming(key(7));
        assert_eq!(listed(store, "", not_seven, 9).await, [1, 2, 5]);
        assert_eq!(listed(store, &second, not_seven, 9).await, [5]);
    })
    .await;
}

#[tokio::test]
async fn rows_are_counted_by_the_key_they_name() {
    on_every_store(async |store| {
        assert_eq!(store.count_sealed().await.unwrap(), []);
        five_forms(store).await;
        let table = SealedTable::Forms;
        let mut counts = store.count_sealed().await.unwrap();
        counts.sort_by_key(|count| count.key);
        let expected = [(None, 2), (Some(key(7)), 2), (Some(key(8)), 1)];
        assert_eq!(
            counts,
            expected.map(|(key, rows)| SealedCount { table, key, rows })
        );
    })
    .await;
}

#[tokio::test]
async fn every_table_is_listed_and_sealed_anew() {
    on_every_store(async |store| {
        five_forms(store).await;
        store
            .look_up_keys(vec![look_up_key("form", 1)])
            .await
            .unwrap();
        written(store, [Write::OpenJourney(journey(1))]).await;
        kept(store, 1).await;
        written(
            store,
            [Write::KeepChallenge(super::samples::challenge("p"))],
        )
        .await;
        written(store, [Write::Queue(mail("m", &journey(1)))]).await;
        for of in SealedTable::ALL {
            let rows = store.sealed_rows(of, "", Which::All, 9).await.unwrap();
            let anew = rows.iter().map(|row| Resealed {
                row: row.row.clone(),
                from: row.sealed.clone(),
                to: named(key(9), 0),
            });
            let replaced = store.reseal(of, anew.collect()).await.unwrap();
            assert_eq!(replaced, wide(rows.len()), "{of:?}");
            assert!(replaced > 0, "{of:?}");
            let left = store.sealed_rows(of, "", Which::NotNaming(key(9)), 9);
            assert_eq!(left.await.unwrap(), [], "{of:?}");
        }
        let wrapped = store.journey(&journey(1).id).await.unwrap().unwrap();
        let expected = SavedJourney {
            wrapped_key: named(key(9), 0),
            ..journey(1)
        };
        assert_eq!(wrapped, expected);
        assert_eq!(
            store.session(&digest(1)).await.unwrap().unwrap().seen_at,
            NOW
        );
    })
    .await;
}

#[tokio::test]
async fn a_row_that_changed_meanwhile_keeps_what_was_written() {
    on_every_store(async |store| {
        let before = kept(store, 1).await;
        let mut after = before.clone();
        after.version += 1;
        after.sealed = vec![NAMED, 5];
        written(store, [Write::ChangeSession(after.clone())]).await;
        let late = Resealed {
            row: hex::encode(before.digest),
            from: before.sealed,
            to: vec![NAMED, 6],
        };
        let replaced = store.reseal(SealedTable::Sessions, vec![late]).await;
        assert_eq!(replaced.unwrap(), 0);
        assert_eq!(store.session(&after.digest).await.unwrap(), Some(after));
    })
    .await;
}
