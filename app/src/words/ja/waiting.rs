//! How long to wait, in words.

/// A waiting time, rounded up to what a person can watch: whole minutes beyond
/// one, whole hours beyond two.
pub fn wait(seconds: u32) -> String {
    match seconds {
        0..=60 => format!("{}秒", seconds.max(1)),
        61..=7_200 => format!("{}分", seconds.div_ceil(60)),
        _ => format!("{}時間", seconds.div_ceil(3_600)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wait_is_never_said_too_short() {
        let said: Vec<_> = [0, 1, 60, 61, 120, 121, 7_200, 7_201]
            .into_iter()
            .map(wait)
            .collect();
        assert_eq!(
            said,
            ["1秒", "1秒", "60秒", "2分", "2分", "3分", "120分", "3時間"]
        );
    }
}
