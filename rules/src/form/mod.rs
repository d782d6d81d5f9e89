//! The fields of the nine steps, and what can be wrong with them.

mod field;
mod problem;
mod problems;

pub use field::Field;
pub use problem::{FormProblem, Problem};
pub use problems::FormProblems;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{BirthDateProblem, ContactNameProblem, MailAddressProblem};

    #[test]
    fn problems_stand_in_page_order_however_they_are_found() {
        let mut problems = FormProblems::new();
        problems.add(Field::Captcha, Problem::CaptchaWrong);
        problems.require(Field::Consent, false);
        problems.add(Field::Mail, MailAddressProblem::AtMissing);
        problems.add(Field::Mail, MailAddressProblem::Domain);
        problems.require(Field::Adult, true);
        let order: Vec<_> = problems.iter().map(|known| known.field).collect();
        assert_eq!(
            order,
            [Field::Consent, Field::Mail, Field::Mail, Field::Captcha]
        );
        assert_eq!(
            problems.of(Field::Mail),
            Some(Problem::Mail(MailAddressProblem::AtMissing))
        );
        assert!(problems.into_result().is_err());
    }

    #[test]
    fn every_field_has_an_id_of_its_own() {
        for (place, field) in Field::ALL.iter().enumerate() {
            assert!(
                Field::ALL[place + 1..]
                    .iter()
                    .all(|other| other.id() != field.id() && other > field)
            );
        }
    }

    #[test]
    fn the_wrong_part_of_the_birth_date_takes_the_focus() {
        let control = |problem| {
            FormProblem {
                field: Field::BirthDate,
                problem: Problem::BirthDate(problem),
            }
            .control()
        };
        assert_eq!(control(BirthDateProblem::MonthRange), "birth_date_month");
        assert_eq!(
            control(BirthDateProblem::NoSuchDate { last_day: 28 }),
            "birth_date_day"
        );
        assert_eq!(control(BirthDateProblem::EraMissing), "birth_date_era");
        let mismatch = FormProblem {
            field: Field::BirthDate,
            problem: Problem::BirthDateMismatch { tries_left: 4 },
        };
        assert_eq!(mismatch.control(), Field::BirthDate.id());
    }

    #[test]
    fn a_problem_travels_without_loss() {
        let mut problems =
            FormProblems::one(Field::ContactName, ContactNameProblem::Character('𠮷'));
        problems.add(
            Field::BirthDate,
            BirthDateProblem::EraRange {
                era: crate::Era::Showa,
                suggestion: crate::BirthDate::from_register("1989-01-08").ok(),
            },
        );
        let text = serde_json::to_string(&problems).unwrap();
        assert_eq!(
            serde_json::from_str::<FormProblems>(&text).unwrap(),
            problems
        );
    }
}
