//! Which upload goes first when places run short.

use std::time::Duration;

use super::share::Network;

/// Younger uploads stay: how fast they are is not known yet.
const OLD_ENOUGH: Duration = Duration::from_secs(5);

/// An upload under way.
#[derive(Clone, Debug)]
pub(super) struct Sending<'a> {
    pub(super) number: u64,
    pub(super) network: &'a Network,
    pub(super) age: Duration,
    pub(super) bytes: u64,
    /// It is still sent, and was not told to end.
    pub(super) may_end: bool,
}

impl Sending<'_> {
    fn bytes_per_second(&self) -> u64 {
        let milliseconds = self.age.as_millis().max(1).try_into().unwrap_or(u64::MAX);
        self.bytes.saturating_mul(1000) / milliseconds
    }
}

/// The upload that makes room for somebody of this network: the slowest of those whose networks
/// have several, the newcomer's counted; else the slowest of all. Nobody's only one goes so that
/// another network has several.
pub(super) fn slowest(under_way: &[Sending<'_>], newcomer: &Network) -> Option<u64> {
    let has_several = |network: &Network| {
        let own = under_way.iter().filter(|one| one.network == network);
        own.count() + usize::from(network == newcomer) > 1
    };
    let ends = || {
        let old = under_way
            .iter()
            .filter(|one| one.may_end && one.age >= OLD_ENOUGH);
        old.map(|one| (has_several(one.network), one))
    };
    let of_several = ends().filter(|(several, _)| *several);
    let of_all = ends().filter(|_| !has_several(newcomer));
    let slowest = of_several.min_by_key(|(_, one)| one.bytes_per_second());
    let slowest = slowest.or_else(|| of_all.min_by_key(|(_, one)| one.bytes_per_second()));
    slowest.map(|(_, one)| one.number)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Uploads by network, age in seconds and bytes, numbered from 0.
    fn chosen(under_way: &[(u8, u64, u64)], newcomer: u8) -> Option<u64> {
        chosen_of(under_way, newcomer, &[])
    }

    fn chosen_of(under_way: &[(u8, u64, u64)], newcomer: u8, stay: &[u64]) -> Option<u64> {
        let networks: Vec<Network> = under_way.iter().map(|(net, ..)| vec![*net]).collect();
        let sending = (0..).zip(under_way).zip(&networks);
        let sending = sending.map(|((number, (_, age, bytes)), network)| Sending {
            number,
            network,
            age: Duration::from_secs(*age),
            bytes: *bytes,
            may_end: !stay.contains(&number),
        });
        slowest(&sending.collect::<Vec<_>>(), &vec![newcomer])
    }

    #[test]
    fn the_one_with_fewest_bytes_a_second_goes() {
        assert_eq!(
            chosen(&[(1, 10, 50_000), (2, 100, 400_000), (3, 10, 60_000)], 9),
            Some(1)
        );
    }

    #[test]
    fn who_has_only_begun_stays() {
        assert_eq!(chosen(&[(1, 4, 0), (2, 10, 1_000_000)], 9), Some(1));
        assert_eq!(chosen(&[(1, 4, 0), (2, 1, 0)], 9), None);
    }

    #[test]
    fn a_network_with_several_loses_one_before_a_network_with_one() {
        let under_way = [(1, 10, 10), (2, 10, 9_000), (2, 10, 8_000)];
        assert_eq!(chosen(&under_way, 9), Some(2));
    }

    #[test]
    fn nobody_loses_the_only_one_for_somebody_who_has_one() {
        assert_eq!(chosen(&[(1, 10, 10), (2, 10, 9_000)], 2), Some(1));
        assert_eq!(chosen(&[(1, 10, 10), (2, 1, 0)], 2), None);
    }

    #[test]
    fn what_has_come_whole_or_ends_already_is_left() {
        let under_way = [(1, 10, 10), (2, 10, 20), (3, 10, 30)];
        assert_eq!(chosen_of(&under_way, 9, &[0]), Some(1));
        assert_eq!(chosen_of(&under_way, 9, &[0, 1, 2]), None);
    }
}
