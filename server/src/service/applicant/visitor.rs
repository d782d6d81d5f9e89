//! The browser behind a request.

use std::net::IpAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use app::applicant::portal::About;

use super::device_token::DeviceToken;
use super::session_token::SessionToken;

/// What happens to the browser's cookie with the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CookieChange {
    /// Set to a new session.
    Set(SessionToken),
    /// Removed, with everything else the browser keeps for this site.
    Clear,
}

/// What happens with the answer to what a browser without a session carries to its next page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CarriedChange {
    /// It carries this.
    Carry(String),
    /// It carries nothing any more.
    PutDown,
}

/// What is to be written into an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The session.
    pub cookie: Option<CookieChange>,
    /// The name its application knows the device by from now on. It ends with
    /// [`CookieChange::Clear`].
    pub device: Option<DeviceToken>,
    /// What is carried to the next page.
    pub carried: Option<CarriedChange>,
    /// Whether the browser is to forget the copies it has of our answers.
    pub forgets_copies: bool,
}

/// What limits count an address by: itself, or the network of so many bits of an IPv6 address.
pub fn network_of(address: IpAddr, ipv6_bits: u8) -> Vec<u8> {
    match address.to_canonical() {
        IpAddr::V4(address) => address.octets().to_vec(),
        IpAddr::V6(address) => {
            let mask = u128::MAX
                .checked_shl(128 - u32::from(ipv6_bits.min(128)))
                .unwrap_or(0);
            (address.to_bits() & mask).to_be_bytes().to_vec()
        }
    }
}

/// The cookies a browser showed.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    /// Its session.
    pub session: Option<SessionToken>,
    /// By which its applications know the device.
    pub device: Option<DeviceToken>,
    /// What it carries to its next page; sealed.
    pub carried: Option<String>,
}

/// The browser behind a request; shared between the layer that reads and
/// writes its cookies and the service that decides about its session.
#[derive(Clone, Debug)]
pub struct Visitor {
    client: IpAddr,
    shown: Shown,
    changes: Arc<Mutex<Changes>>,
    /// Which application the form says that it belongs to.
    about: Arc<OnceLock<About>>,
    /// Whether its session was turned to that one.
    has_turned: Arc<AtomicBool>,
}

impl Visitor {
    /// A browser at this address that showed these cookies.
    pub fn new(client: IpAddr, shown: Shown) -> Self {
        Self {
            client,
            shown,
            changes: Arc::default(),
            about: Arc::default(),
            has_turned: Arc::default(),
        }
    }

    /// The cookie that counts: the one just set, else the one shown.
    pub fn token(&self) -> Option<SessionToken> {
        match &self.changing().cookie {
            Some(CookieChange::Set(token)) => Some(token.clone()),
            Some(CookieChange::Clear) => None,
            None => self.shown.session.clone(),
        }
    }

    /// Whether it showed a cookie of ours.
    pub fn showed_cookie(&self) -> bool {
        self.shown.session.is_some()
    }

    /// The cookie it showed, whatever was set since.
    pub(in crate::service) fn shown_token(&self) -> Option<&SessionToken> {
        self.shown.session.as_ref()
    }

    /// What limits count it by: the address, or the network of an IPv6 address.
    pub fn network(&self, ipv6_bits: u8) -> Vec<u8> {
        network_of(self.client, ipv6_bits)
    }

    /// Whether it has an IPv6 address.
    pub fn is_ipv6(&self) -> bool {
        self.client.to_canonical().is_ipv6()
    }

    /// Changes the cookie with the answer. What was carried was for a browser without this
    /// session.
    pub fn change_cookie(&self, change: CookieChange) {
        self.changing().cookie = Some(change);
        self.put_down();
    }

    /// Which application the form says that it belongs to; the first word counts.
    pub fn speaks_of(&self, about: About) {
        self.about.get_or_init(|| about);
    }

    /// Which application the form says that it belongs to, if it says so.
    pub(in crate::service) fn about(&self) -> Option<&About> {
        self.about.get()
    }

    /// Whether the session was turned to that application in this request.
    pub(in crate::service) fn has_turned(&self) -> bool {
        self.has_turned.load(Ordering::Relaxed)
    }

    /// The session was turned to that application.
    pub(in crate::service) fn turned(&self) {
        self.has_turned.store(true, Ordering::Relaxed);
    }

    /// By which applications know the device: what was just given, else what was shown.
    pub(in crate::service) fn device(&self) -> Option<DeviceToken> {
        let given = self.changing().device.clone();
        given.or_else(|| self.shown.device.clone())
    }

    /// Keeps this from now on, for applications to know the device by.
    pub(in crate::service) fn keep_device(&self, token: DeviceToken) {
        self.changing().device = Some(token);
    }

    /// What it carried here, or carries by now.
    pub(in crate::service) fn carried(&self) -> Option<String> {
        match &self.changing().carried {
            Some(CarriedChange::Carry(sealed)) => Some(sealed.clone()),
            Some(CarriedChange::PutDown) => None,
            None => self.shown.carried.clone(),
        }
    }

    /// Carries this to its next page.
    pub(in crate::service) fn carry(&self, sealed: String) {
        self.changing().carried = Some(CarriedChange::Carry(sealed));
    }

    /// Carries nothing any more.
    pub(in crate::service) fn put_down(&self) {
        let change = self.shown.carried.as_ref().map(|_| CarriedChange::PutDown);
        self.changing().carried = change;
    }

    /// Forgets the copies it has of our answers.
    pub(in crate::service) fn forget_copies(&self) {
        self.changing().forgets_copies = true;
    }

    /// The changes to make.
    pub fn changes(&self) -> Changes {
        self.changing().clone()
    }

    fn changing(&self) -> MutexGuard<'_, Changes> {
        self.changes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
