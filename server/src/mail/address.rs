//! Addresses as the mail library wants them.

use lettre::message::Mailbox;
use lettre::{Address, address::AddressError};
use rules::MailAddress;

use crate::config::Line;

/// The address for envelope and headers. Old carrier addresses, whose dots break
/// the rules, stand in quotes: `"taro.."@docomo.ne.jp`.
///
/// # Errors
/// When the mail library does not take it; no [`MailAddress`] is known to be refused.
pub(super) fn wire(address: &MailAddress) -> Result<Address, AddressError> {
    address.for_smtp().parse()
}

/// Name, if any, and address for a header. The name is a [`Line`] and so can never begin
/// another header; the library panics over line ends in it.
///
/// # Errors
/// When the mail library does not take the address.
pub(super) fn mailbox(name: Option<&Line>, address: &MailAddress) -> Result<Mailbox, AddressError> {
    let name = name.map(|name| name.as_str().to_owned());
    Ok(Mailbox::new(name, wire(address)?))
}

#[cfg(test)]
mod tests {
    use lettre::transport::smtp::commands::Rcpt;

    use super::*;

    fn rcpt(address: &str) -> String {
        let address = MailAddress::parse(address).unwrap();
        Rcpt::new(wire(&address).unwrap(), Vec::new()).to_string()
    }

    #[test]
    fn carrier_addresses_are_quoted_on_the_wire() {
        for (address, line) in [
            (
                "taro..@docomo.ne.jp",
                "RCPT TO:<\"taro..\"@docomo.ne.jp>\r\n",
            ),
            (
                "ta..ro@docomo.ne.jp",
                "RCPT TO:<\"ta..ro\"@docomo.ne.jp>\r\n",
            ),
            ("taro.@ezweb.ne.jp", "RCPT TO:<\"taro.\"@ezweb.ne.jp>\r\n"),
        ] {
            assert_eq!(rcpt(address), line);
        }
    }

    #[test]
    fn usual_addresses_are_not_quoted() {
        for address in [
            "taro@town.lg.jp",
            "t.a.r.o+x@a.b.co.jp",
            "a/b=c@town.lg.jp",
            "{x}|~`'*@town.lg.jp",
        ] {
            assert_eq!(rcpt(address), format!("RCPT TO:<{address}>\r\n"));
        }
        let longest = format!("{}@{}.jp", "a".repeat(64), "d".repeat(32));
        assert_eq!(rcpt(&longest), format!("RCPT TO:<{longest}>\r\n"));
    }
}
