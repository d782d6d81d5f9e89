//! Every component in every state, to look at and to test.

use std::sync::Arc;

use leptos::prelude::*;
use rules::form::{Field, FormProblems, Problem};
use rules::{BirthDateFields, BirthDateProblem, Moment};

use super::NotFoundPage;
use super::guarded::open;
use crate::applicant::portal::Site;
use crate::components::{
    ButtonKind, Buttons, CaptchaField, CheckField, CheckGroup, Choice, DateFields, Disclosure,
    ErrorSummary, FileField, FixedValue, Flow, Layout, LinkButton, Notice, NoticeKind, Office,
    PhotoFrame, PostForm, RadioGroup, ReceiptPanel, SubmitButton, SummaryList, SummaryRow,
    TextField, TextLook, phrases,
};
use crate::words::pages::gallery as words;

/// Seconds until the gallery's session ends: long enough to look around.
const SESSION_SECONDS: i64 = 1800;

/// `/gallery`, in a demonstration only.
#[component]
pub(crate) fn GalleryPage() -> impl IntoView {
    open(|portal| async move {
        // Drawn for those who have begun only; others see the gallery without it.
        let picture = portal
            .challenge()
            .await
            .ok()
            .flatten()
            .map(|shown| shown.id);
        Ok(gallery_of(portal.site(), portal.now(), picture))
    })
}

/// The gallery of a demonstration, with this picture authentication; a real portal
/// has none.
pub(crate) fn gallery_of(site: Arc<Site>, now: Moment, picture: Option<String>) -> AnyView {
    if site.demo {
        gallery(site, now, picture).into_any()
    } else {
        view! { <NotFoundPage /> }.into_any()
    }
}

fn gallery(site: Arc<Site>, now: Moment, picture: Option<String>) -> impl IntoView {
    let problems = samples();
    view! {
        <Layout
            title=words::TITLE
            step=Some(3)
            back=Some("/")
            has_errors=true
            session_ends=Some(now.plus(SESSION_SECONDS))
        >
            <ErrorSummary problems=problems.clone() />
            <p>{words::LEAD}</p>
            <h2>{phrases(words::TEXT)}</h2>
            {texts(&problems, picture)}
            <h2>{phrases(words::CHOICES)}</h2>
            {choices(&problems)}
            <h2>{phrases(words::DATES)}</h2>
            {date(&problems)}
            <h2>{phrases(words::PHOTO)}</h2>
            {photo(&problems)}
            <h2>{phrases(words::NOTICES)}</h2>
            {notices()}
            <h2>{phrases(words::REVIEW)}</h2>
            {review()}
            <h2>{phrases(words::RECEIPT)}</h2>
            {receipt()}
            <Office site />
            <h2>{phrases(words::BUTTONS)}</h2>
            {buttons()}
        </Layout>
    }
}

/// Something wrong with a field of each kind.
fn samples() -> FormProblems {
    let mut problems = FormProblems::one(Field::MailAgain, Problem::MailAgainEmpty);
    problems.add(Field::DeviceCode, Problem::CodeWrong);
    problems.add(Field::Captcha, Problem::CaptchaExpired);
    problems.add(Field::Applicant, Problem::Required);
    problems.add(Field::Consent, Problem::Required);
    problems.add(Field::BirthDate, BirthDateProblem::MonthRange);
    problems.add(Field::Photo, Problem::Required);
    problems
}

fn texts(problems: &FormProblems, picture: Option<String>) -> impl IntoView + use<> {
    let wrong = problems.clone();
    let problems = move || wrong.clone();
    view! {
        <PostForm action="/gallery">
            <FixedValue label=words::FIXED value=words::FIXED_VALUE hint=words::FIXED_HINT />
            <TextField
                field=Field::ContactName
                name="plain"
                label=words::PLAIN
                hint=words::PLAIN_HINT
                value=words::PLAIN_VALUE
                problems=problems()
                autocomplete="name"
            />
            <TextField
                field=Field::Mail
                name="letters"
                label=words::LETTERS
                value=words::LETTERS_VALUE
                problems=problems()
                look=TextLook::Letters
            />
            <TextField
                field=Field::MailAgain
                name="empty"
                label=words::LETTERS
                value=""
                problems=problems()
                look=TextLook::Letters
            />
            <TextField
                field=Field::Braille
                name="free"
                id="braille_reading"
                label=words::FREE
                value=""
                problems=problems()
                required=false
            />
            <TextField
                field=Field::DeviceCode
                name="code"
                label=words::CODE
                value=words::CODE_VALUE
                problems=problems()
                inputmode="numeric"
                autocomplete="one-time-code"
                look=TextLook::Code
            />
            {picture
                .map(|picture| {
                    view! {
                        <CaptchaField challenge=picture name="answer" problems=problems()>
                            <SubmitButton label=words::SECOND kind=ButtonKind::Second />
                        </CaptchaField>
                    }
                })}
        </PostForm>
    }
}

fn choices(problems: &FormProblems) -> impl IntoView + use<> {
    let wrong = problems.clone();
    view! {
        <PostForm action="/gallery">
            <RadioGroup
                field=Field::Applicant
                name="applicant"
                legend=words::WHO
                options=vec![
                    Choice::new("myself", words::SELF),
                    Choice::new("parent", words::CHILD).explained(words::CHILD_HINT),
                ]
                chosen=""
                problems=wrong.clone()
            />
            <RadioGroup
                field=Field::Braille
                name="braille"
                legend=words::READING
                options=vec![Choice::new("no", words::NO), Choice::new("yes", words::YES)]
                chosen="no"
                problems=wrong.clone()
                required=false
            />
            <CheckGroup legend=words::BOXES>
                {check(Field::Adult, words::AGE, true, wrong.clone())}
                {check(Field::Consent, words::AGREE, false, wrong)}
            </CheckGroup>
        </PostForm>
    }
}

fn check(
    field: Field,
    label: &'static str,
    checked: bool,
    problems: FormProblems,
) -> impl IntoView {
    view! { <CheckField field name="box" value="yes" label checked problems /> }
}

fn date(problems: &FormProblems) -> impl IntoView + use<> {
    let wrong = problems.clone();
    let values = BirthDateFields {
        era: "H".to_owned(),
        year: "10".to_owned(),
        month: "3".to_owned(),
        day: "27".to_owned(),
        ..BirthDateFields::default()
    };
    view! {
        <PostForm action="/gallery">
            <DateFields
                legend=words::DATES
                hint=words::DATES_HINT
                values
                problems=wrong.clone()
            >
                <p class="c-date__echo" id="birth-date-echo" role="status">{words::DATES_ECHO}</p>
            </DateFields>
        </PostForm>
    }
}

fn photo(problems: &FormProblems) -> impl IntoView + use<> {
    let wrong = problems.clone();
    view! {
        <PostForm action="/gallery" with_file=true>
            <FileField
                field=Field::Photo
                name="photo"
                label=words::FILE
                hint=words::FILE_HINT
                accept="image/*"
                problems=wrong.clone()
            />
        </PostForm>
        {findings("error", words::FINDING, words::REMEDY)}
        {findings("good", words::ADVICE, words::ADVICE_REMEDY)}
        <p class="c-status" role="status">{words::SENDING}</p>
        <progress class="c-sending__bar" max="100" value="45" aria-label=words::SENDING></progress>
        <PhotoFrame src="/favicon.svg" alt=words::PHOTO_ALT width=480 height=600 />
    }
}

/// As the photo picker fills them in.
fn findings(state: &'static str, what: &'static str, remedy: &'static str) -> impl IntoView {
    view! {
        <div class="c-findings" data-state=state>
            <p>{words::FILE_HINT}</p>
            <ul>
                <li>
                    <strong>{what}</strong>
                    <span>{remedy}</span>
                </li>
            </ul>
        </div>
    }
}

fn notices() -> impl IntoView {
    view! {
        <Notice kind=NoticeKind::Info title=words::INFO>
            <p>{words::INFO_BODY}</p>
        </Notice>
        <Notice kind=NoticeKind::Good title=words::GOOD />
        <Notice kind=NoticeKind::Warn title=words::WARN>
            <p>{words::WARN_BODY}</p>
        </Notice>
        <Disclosure summary=words::MORE>
            <p>{words::MORE_BODY}</p>
        </Disclosure>
    }
}

fn review() -> impl IntoView {
    let rows = vec![
        SummaryRow::fixed(words::FIXED, words::FIXED_VALUE),
        SummaryRow::fixed(words::LETTERS, words::LETTERS_VALUE).changed_at("/mail"),
        SummaryRow::fixed(words::DATES, words::DATES_ECHO).changed_at("/details"),
    ];
    view! { <SummaryList rows /> }
}

fn receipt() -> impl IntoView {
    view! {
        <ReceiptPanel label=words::NUMBER number=words::NUMBER_VALUE note=words::NUMBER_NOTE />
        <Flow steps=words::NEXT.map(str::to_owned).to_vec() />
    }
}

fn buttons() -> impl IntoView {
    view! {
        <PostForm action="/gallery">
            <Buttons>
                <SubmitButton label=words::MAIN />
                <SubmitButton label=words::SECOND kind=ButtonKind::Second formaction="/gallery" />
                <LinkButton href="/mail" label=words::LINK />
            </Buttons>
        </PostForm>
    }
}
