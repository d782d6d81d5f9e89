//! Who works in the office, and what each may do.

use core::fmt;

use serde::{Deserialize, Serialize};

/// The number of a member of staff, from 1; it is never given to another person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct StaffNumber(core::num::NonZeroU32);

/// Zero is nobody's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoStaffNumber;

impl fmt::Display for NoStaffNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no_staff_number")
    }
}

impl core::error::Error for NoStaffNumber {}

impl TryFrom<u32> for StaffNumber {
    type Error = NoStaffNumber;

    fn try_from(number: u32) -> Result<Self, NoStaffNumber> {
        core::num::NonZeroU32::new(number)
            .map(Self)
            .ok_or(NoStaffNumber)
    }
}

impl From<StaffNumber> for u32 {
    fn from(number: StaffNumber) -> Self {
        number.0.get()
    }
}

/// Who did something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Actor {
    /// The applicant, or whoever holds the applicant's link or receipt number.
    Applicant,
    /// A member of staff.
    Staff(StaffNumber),
    /// Whoever may give commands on the machine.
    Operator,
    /// The portal itself.
    System,
}

impl fmt::Display for Actor {
    /// As the audit log names it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Applicant => f.write_str("applicant"),
            Self::Staff(number) => write!(f, "staff:{}", number.0),
            Self::Operator => f.write_str("operator"),
            Self::System => f.write_str("system"),
        }
    }
}

/// What a member of staff is there for. One person may have several roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Role {
    /// 審査: looks at applications and decides those of their own.
    Reviewer,
    /// 責任者: answers for the decisions of all.
    Supervisor,
    /// 管理: keeps accounts, reasons and limits; sees no application.
    Administrator,
    /// 監査: reads what was done.
    Auditor,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 4] = [
        Self::Reviewer,
        Self::Supervisor,
        Self::Administrator,
        Self::Auditor,
    ];

    /// Its name at the command line and in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reviewer => "reviewer",
            Self::Supervisor => "supervisor",
            Self::Administrator => "administrator",
            Self::Auditor => "auditor",
        }
    }

    const fn may(self, act: OfficeAct) -> bool {
        match act {
            OfficeAct::OpenCase | OfficeAct::SeePhoto | OfficeAct::Decide | OfficeAct::Note => {
                matches!(self, Self::Reviewer | Self::Supervisor)
            }
            OfficeAct::ApproveSecond
            | OfficeAct::TakeOver
            | OfficeAct::Extend
            | OfficeAct::Reopen
            | OfficeAct::Withdraw
            | OfficeAct::HandOver
            | OfficeAct::Export => matches!(self, Self::Supervisor),
            OfficeAct::ManageAccounts | OfficeAct::ManageReasons | OfficeAct::ManageLimits => {
                matches!(self, Self::Administrator)
            }
            OfficeAct::ReadAudit | OfficeAct::ReadStatistics => {
                matches!(self, Self::Supervisor | Self::Auditor)
            }
        }
    }
}

/// What can be done at the office's desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OfficeAct {
    /// Open a case that was sent in.
    OpenCase,
    /// See the photo of a case.
    SeePhoto,
    /// Begin a case, return it, hold it, approve it or ask for a second person.
    Decide,
    /// Write a note for colleagues.
    Note,
    /// Approve as the second person, or send the case back to the first.
    ApproveSecond,
    /// Take a case over from a colleague.
    TakeOver,
    /// Give an applicant more time to answer.
    Extend,
    /// Take an approval back.
    Reopen,
    /// Withdraw a case for its applicant.
    Withdraw,
    /// Hand approved cases over.
    HandOver,
    /// Write cases into files.
    Export,
    /// Add, change and disable accounts.
    ManageAccounts,
    /// Change the reasons for which cases are returned.
    ManageReasons,
    /// Change limits.
    ManageLimits,
    /// Read the audit log.
    ReadAudit,
    /// Read the statistics.
    ReadStatistics,
}

impl OfficeAct {
    /// Every act.
    pub const ALL: [Self; 16] = [
        Self::OpenCase,
        Self::SeePhoto,
        Self::Decide,
        Self::Note,
        Self::ApproveSecond,
        Self::TakeOver,
        Self::Extend,
        Self::Reopen,
        Self::Withdraw,
        Self::HandOver,
        Self::Export,
        Self::ManageAccounts,
        Self::ManageReasons,
        Self::ManageLimits,
        Self::ReadAudit,
        Self::ReadStatistics,
    ];
}

/// The one guard of the office's desk, as [`admit`](super::admit) is of the applicant's pages:
/// whether somebody with these roles may do this. Roles add to each other.
pub fn may(roles: &[Role], act: OfficeAct) -> bool {
    roles.iter().any(|role| role.may(act))
}
