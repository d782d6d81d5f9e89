//! Links with a purpose of their own.

use super::samples::{digest, link, opened, written};
use super::tampering::behind_every_store;
use crate::store::{StoreError, Write};

#[tokio::test]
async fn a_new_link_ends_those_of_its_purpose_and_no_others() {
    behind_every_store(async |store, sql| {
        let first = opened(store, 1).await;
        for number in [1, 2] {
            written(store, [Write::MakeLink(link(number, &first))]).await;
        }
        // As a later version may make one, whose mail was asked for later.
        let other = "update links set purpose = 'other', ended = 0, asked_at = asked_at + 9 \
             where mail = '001'";
        sql.run(other).await.unwrap();
        written(store, [Write::MakeLink(link(3, &first))]).await;
        assert!(store.link(&digest(2)).await.unwrap().unwrap().ended);
        sql.run("update links set purpose = 'application' where mail = '001'")
            .await
            .unwrap();
        assert!(!store.link(&digest(1)).await.unwrap().unwrap().ended);
    })
    .await;
}

#[tokio::test]
async fn a_link_of_an_unknown_purpose_opens_nothing() {
    behind_every_store(async |store, sql| {
        let first = opened(store, 1).await;
        written(store, [Write::MakeLink(link(1, &first))]).await;
        sql.run("update links set purpose = 'other'").await.unwrap();
        let told = store.link(&digest(1)).await;
        let is_named = matches!(
            told,
            Err(StoreError::Inconsistent {
                table: "links",
                column: "purpose",
                ..
            })
        );
        assert!(is_named, "{told:?}");
    })
    .await;
}
