/// Makes the enum, its list and its names from one line for each kind.
macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $name:literal,)+) => {
        /// The kinds of mail that the portal sends. What a letter of each says and needs is the
        /// server's table of letters.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum MailKind {
            $($(#[$doc])* $kind,)+
        }

        impl MailKind {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$kind,)+];

            /// Its name in the database, in logs and in the audit log: it stays as it is.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$kind => $name,)+
                }
            }
        }
    };
}

kinds! {
    /// The link (申請専用URL); its token is made when the mail is sent.
    Link = "link",
    /// The device code (認証番号); it is made when the mail is sent.
    DeviceCode = "device_code",
    /// The application was received (申請受付完了).
    Received = "received",
}

impl MailKind {
    /// Its place among [`Self::ALL`].
    #[expect(clippy::as_conversions, reason = "the place of a kind among its own")]
    pub const fn place(self) -> usize {
        self as usize
    }

    /// The kind of this name; none for one of a later version.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_found_by_its_name_which_no_other_has() {
        for kind in MailKind::ALL {
            assert_eq!(MailKind::named(kind.name()), Some(*kind));
            assert_eq!(MailKind::ALL[kind.place()], *kind);
        }
        assert_eq!(MailKind::named("discard_photo"), None);
    }
}
