//! Sentences with gaps, `{name}`, filled in: on the server and in the browser alike.

/// The sentence with its gaps filled in. What was filled in is not looked at again; a gap
/// that nothing fills is left out.
pub(crate) fn fill(sentence: &str, gaps: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(sentence.len() + 16);
    let mut rest = sentence;
    // By bytes, which are cheaper than patterns in the module a phone loads.
    while let Some(begin) = rest.bytes().position(|byte| byte == b'{')
        && let Some(end) = rest.bytes().position(|byte| byte == b'}')
        && let (Some(before), Some(name), Some(after)) = (
            rest.get(..begin),
            rest.get(begin + 1..end),
            rest.get(end + 1..),
        )
    {
        filled.push_str(before);
        if let Some((_, value)) = gaps.iter().find(|(known, _)| *known == name) {
            filled.push_str(value);
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_gap_is_filled_in_and_what_was_filled_in_is_not_looked_at_again() {
        let filled = fill(
            "{name}さん、{count}件です。{name}",
            &[("name", "{count}"), ("count", "3")],
        );
        assert_eq!(filled, "{count}さん、3件です。{count}");
    }

    #[test]
    fn a_gap_that_nothing_fills_is_left_out_and_what_is_no_gap_stays() {
        assert_eq!(fill("a{b}c", &[]), "ac");
        assert_eq!(fill("a{b", &[("b", "1")]), "a{b");
        assert_eq!(fill("a}b{c", &[("c", "1")]), "a}b{c");
    }
}
