//! A gate before the work on photos.

use std::sync::Arc;
use std::time::Duration;

use photo_check::{Checker, Concern, Exceptions, Report, preview};
use rules::CivilDate;
use rules::photo::{Finding, QuarterTurn, inspect};

use super::develop::{DevelopError, Developed, read};
use super::refused::{Fingerprint, RefusedPhotos};
use crate::room::Room;
use crate::telemetry;

/// Lets a few photos be developed at once, on threads where they hold up
/// nothing else. Others wait for a while in the order they came.
#[derive(Clone)]
pub struct PhotoWorkers {
    room: Room,
    /// For small pictures of what is kept: nobody who looks holds up whoever sends.
    showing: Room,
    checker: Arc<Checker>,
    refused: Arc<RefusedPhotos>,
}

impl PhotoWorkers {
    /// A room with so many places, at least one, where nobody waits longer than
    /// `patience`. Each place may take 310 MB of memory for a moment.
    pub fn new(places: usize, patience: Duration) -> Self {
        Self {
            room: Room::new(places, patience),
            showing: Room::new(1, patience),
            checker: Arc::new(Checker::new()),
            refused: Arc::default(),
        }
    }

    /// Inspects a photo ([`read`]), looks at it as the browser was asked to, and makes what is
    /// kept, with the picture as it was looked at: turned by its face or, where somebody has
    /// decided already, by `turn`. What a browser claims to have found is not asked for. A file
    /// that was refused lately is refused again without a look at it.
    ///
    /// Nothing of the file is read before there is a place, not even its headers.
    ///
    /// # Errors
    /// As [`read`], [`DevelopError::Refused`] also for what the picture shows;
    /// [`DevelopError::Busy`] when no place became free in time,
    /// [`DevelopError::Stopped`] when the process is stopping.
    pub async fn develop<B>(
        &self,
        bytes: B,
        today: CivilDate,
        exceptions: Exceptions,
        turn: Option<QuarterTurn>,
    ) -> Result<(Developed, Report), DevelopError>
    where
        B: AsRef<[u8]> + Send + 'static,
    {
        let (checker, known) = (Arc::clone(&self.checker), Arc::clone(&self.refused));
        let work = move || {
            let inspection = inspect(bytes.as_ref());
            if inspection.refuses() {
                return Err(DevelopError::Refused(inspection.findings));
            }
            let fingerprint = Fingerprint::of(bytes.as_ref(), exceptions, turn);
            if let Some(findings) = known.find(&fingerprint) {
                return Err(DevelopError::Refused(findings));
            }
            let looked = look(&checker, bytes.as_ref(), today, exceptions, turn);
            if let Err(DevelopError::Refused(findings)) = &looked {
                known.note(fingerprint, findings);
            }
            looked
        };
        self.admit(work).await?
    }

    /// A small picture of a photo that is kept, for pages. One is made at a time.
    ///
    /// # Errors
    /// [`DevelopError::Busy`] when its turn did not come in time, [`DevelopError::Show`] when
    /// it cannot be read.
    pub async fn preview(&self, kept: Vec<u8>) -> Result<Vec<u8>, DevelopError> {
        let Ok(place) = self.showing.enter().await else {
            return Err(DevelopError::Busy);
        };
        Ok(place.work(move || preview(&kept)).await??)
    }

    async fn admit<T, W>(&self, work: W) -> Result<T, DevelopError>
    where
        T: Send + 'static,
        W: FnOnce() -> T + Send + 'static,
    {
        let Ok(place) = self.room.enter().await else {
            return Err(DevelopError::Busy);
        };
        let counted = Counted::new();
        let worked = place.work(move || {
            let result = work();
            drop(counted);
            result
        });
        Ok(worked.await?)
    }
}

/// Work on a photo, counted for as long as it lasts.
struct Counted;

impl Counted {
    fn new() -> Self {
        telemetry::developing();
        Self
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        telemetry::developed();
    }
}

fn look(
    checker: &Checker,
    bytes: &[u8],
    today: CivilDate,
    exceptions: Exceptions,
    turn: Option<QuarterTurn>,
) -> Result<(Developed, Report), DevelopError> {
    let (readable, check) = read(bytes, today, exceptions)?;
    let report = checker.finish(match turn {
        Some(turn) => check.turned_by_hand(turn),
        None => check,
    });
    let refused = refused(&report);
    if refused.is_empty() {
        Ok((readable.develop(report.turn)?, report))
    } else {
        Err(DevelopError::Refused(refused))
    }
}

/// What the picture is refused for; all else only advises.
fn refused(report: &Report) -> Vec<Finding> {
    let found = report
        .findings
        .iter()
        .filter_map(|found| match found.concern {
            Concern::NoFace => Some(Finding::NoFace),
            Concern::SeveralFaces => Some(Finding::SeveralFaces),
            Concern::HeadCut
            | Concern::FaceTooSmall
            | Concern::FaceTooLarge
            | Concern::FaceOffCentre
            | Concern::FewPixels
            | Concern::FaceTurned
            | Concern::FaceUpOrDown
            | Concern::HeadTilted
            | Concern::TooDark
            | Concern::TooBright
            | Concern::LowContrast
            | Concern::UnevenLight
            | Concern::Blurred
            | Concern::BackgroundNotPlain
            | Concern::BackgroundShadow
            | Concern::Sunglasses
            | Concern::EyesUnclear
            | Concern::HeadCovered
            | Concern::MouthCovered
            | Concern::BlackAndWhite
            | Concern::OldPhoto
            | Concern::Edited
            | Concern::Screenshot => None,
        });
    found.collect()
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::mpsc;

    use super::*;

    const SOON: Duration = Duration::from_millis(50);
    const LATE: Duration = Duration::from_secs(30);

    /// Work that lasts until the sender is used or dropped.
    fn held() -> (mpsc::Sender<()>, impl FnOnce() + Send + 'static) {
        let (release, held) = mpsc::channel();
        (release, move || _ = held.recv())
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn never_more_are_inside_than_there_are_places() {
        let room = PhotoWorkers::new(2, LATE);
        let (inside, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let tasks: Vec<_> = (0..12)
            .map(|_| {
                let (room, inside, most) = (room.clone(), Arc::clone(&inside), Arc::clone(&most));
                tokio::spawn(async move {
                    let work = move || {
                        most.fetch_max(inside.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                        std::thread::sleep(Duration::from_millis(10));
                        inside.fetch_sub(1, Ordering::SeqCst);
                    };
                    room.admit(work).await
                })
            })
            .collect();
        for task in tasks {
            task.await.unwrap().unwrap();
        }
        assert_eq!(most.load(Ordering::SeqCst), 2);
    }

    #[tokio::test]
    async fn who_waits_too_long_is_told_to_come_back() {
        let room = PhotoWorkers::new(1, SOON);
        let (release, work) = held();
        let first = tokio::spawn({
            let room = room.clone();
            async move { room.admit(work).await }
        });
        tokio::task::yield_now().await;
        assert!(matches!(room.admit(|| ()).await, Err(DevelopError::Busy)));
        release.send(()).unwrap();
        first.await.unwrap().unwrap();
        assert!(room.admit(|| ()).await.is_ok());
    }

    #[tokio::test]
    async fn a_sender_who_hangs_up_does_not_free_the_place_before_the_work_ends() {
        let room = PhotoWorkers::new(1, SOON);
        let (release, work) = held();
        let first = tokio::spawn({
            let room = room.clone();
            async move { room.admit(work).await }
        });
        tokio::task::yield_now().await;
        first.abort();
        assert!(first.await.unwrap_err().is_cancelled());
        assert!(matches!(room.admit(|| ()).await, Err(DevelopError::Busy)));
        release.send(()).unwrap();
        assert!(
            PhotoWorkers {
                room: room.room.with_patience(LATE),
                ..room
            }
            .admit(|| ())
            .await
            .is_ok()
        );
    }

    #[tokio::test]
    async fn work_that_panics_gives_its_place_back() {
        let room = PhotoWorkers::new(1, LATE);
        let panicked = room
            .admit(|| std::panic::resume_unwind(Box::new("on purpose")))
            .await;
        assert!(matches!(panicked, Err::<(), _>(DevelopError::Stopped(_))));
        assert!(room.admit(|| ()).await.is_ok());
    }

    #[tokio::test]
    async fn how_many_are_inside_is_shown_until_the_work_ends() {
        let shown = telemetry::recorder().unwrap();
        let room = PhotoWorkers::new(2, LATE);
        let (release, work) = held();
        let inside = tokio::spawn(async move { room.admit(work).await });
        tokio::task::yield_now().await;
        assert!(shown.render().contains("shinsei_photos_developing 1"));
        inside.abort();
        assert!(inside.await.unwrap_err().is_cancelled());
        assert!(shown.render().contains("shinsei_photos_developing 1"));
        release.send(()).unwrap();
        while !shown.render().contains("shinsei_photos_developing 0") {
            tokio::task::yield_now().await;
        }
    }

    #[tokio::test]
    async fn a_room_without_places_has_one() {
        assert!(PhotoWorkers::new(0, SOON).admit(|| ()).await.is_ok());
    }
}
