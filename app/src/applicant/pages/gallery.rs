//! Every component in every state, to look at and to test.

use std::sync::Arc;

use leptos::prelude::*;
use rules::form::{Field, FormProblems, Problem};
use rules::{BirthDateFields, BirthDateProblem, Moment};

use super::NotFoundPage;
use super::guarded::open;
use crate::components::{
    ButtonKind, Buttons, CaptchaField, CheckField, CheckGroup, Choice, DateFields, Disclosure,
    ErrorSummary, FileField, FixedValue, Flow, Layout, LinkButton, Notice, NoticeKind, Office,
    PhotoFrame, PostForm, RadioGroup, ReceiptPanel, SubmitButton, SummaryList, SummaryRow,
    TextField, TextLook, phrases,
};
use crate::site::Site;
use crate::words::words;

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
            title=words().gallery.title
            step=Some(3)
            back=Some("/")
            has_errors=true
            session_ends=Some(now.plus(SESSION_SECONDS))
        >
            <ErrorSummary problems=problems.clone() />
            <p>{words().gallery.lead}</p>
            <h2>{phrases(words().gallery.text)}</h2>
            {texts(&problems, picture)}
            <h2>{phrases(words().gallery.choices)}</h2>
            {choices(&problems)}
            <h2>{phrases(words().gallery.dates)}</h2>
            {date(&problems)}
            <h2>{phrases(words().gallery.photo)}</h2>
            {photo(&problems)}
            <h2>{phrases(words().gallery.notices)}</h2>
            {notices()}
            <h2>{phrases(words().gallery.review)}</h2>
            {review()}
            <h2>{phrases(words().gallery.receipt)}</h2>
            {receipt()}
            <Office site />
            <h2>{phrases(words().gallery.buttons)}</h2>
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
            <FixedValue label=words().gallery.fixed value=words().gallery.fixed_value hint=words().gallery.fixed_hint />
            <TextField
                field=Field::ContactName
                name="plain"
                label=words().gallery.plain
                hint=words().gallery.plain_hint
                value=words().gallery.plain_value
                problems=problems()
                autocomplete="name"
            />
            <TextField
                field=Field::Mail
                name="letters"
                label=words().gallery.letters
                value=words().gallery.letters_value
                problems=problems()
                look=TextLook::Letters
            />
            <TextField
                field=Field::MailAgain
                name="empty"
                label=words().gallery.letters
                value=""
                problems=problems()
                look=TextLook::Letters
            />
            <TextField
                field=Field::Braille
                name="free"
                id="braille_reading"
                label=words().gallery.free
                value=""
                problems=problems()
                required=false
            />
            <TextField
                field=Field::DeviceCode
                name="code"
                label=words().gallery.code
                value=words().gallery.code_value
                problems=problems()
                inputmode="numeric"
                autocomplete="one-time-code"
                look=TextLook::Code
            />
            {picture
                .map(|picture| {
                    view! {
                        <CaptchaField challenge=picture name="answer" problems=problems()>
                            <SubmitButton label=words().gallery.second kind=ButtonKind::Second />
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
                legend=words().gallery.who
                options=vec![
                    Choice::new("myself", words().gallery.myself),
                    Choice::new("parent", words().gallery.child).explained(words().gallery.child_hint),
                ]
                chosen=""
                problems=wrong.clone()
            />
            <RadioGroup
                field=Field::Braille
                name="braille"
                legend=words().gallery.reading
                options=vec![Choice::new("no", words().gallery.no), Choice::new("yes", words().gallery.yes)]
                chosen="no"
                problems=wrong.clone()
                required=false
            />
            <CheckGroup legend=words().gallery.boxes>
                {check(Field::Adult, words().gallery.age, true, wrong.clone())}
                {check(Field::Consent, words().gallery.agree, false, wrong)}
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
                legend=words().gallery.dates
                hint=words().gallery.dates_hint
                values
                problems=wrong.clone()
            >
                <p class="c-date__echo" id="birth-date-echo" role="status">{words().gallery.dates_echo}</p>
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
                label=words().gallery.file
                hint=words().gallery.file_hint
                accept="image/*"
                problems=wrong.clone()
            />
        </PostForm>
        {findings("error", words().gallery.finding, words().gallery.remedy)}
        {findings("good", words().gallery.advice, words().gallery.advice_remedy)}
        <p class="c-status" role="status">{words().gallery.sending}</p>
        <progress class="c-sending__bar" max="100" value="45" aria-label=words().gallery.sending></progress>
        <PhotoFrame src="/favicon.svg" alt=words().gallery.photo_alt width=480 height=600 />
    }
}

/// As the photo picker fills them in.
fn findings(state: &'static str, what: &'static str, remedy: &'static str) -> impl IntoView {
    view! {
        <div class="c-findings" data-state=state>
            <p>{words().gallery.file_hint}</p>
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
        <Notice kind=NoticeKind::Info title=words().gallery.info>
            <p>{words().gallery.info_body}</p>
        </Notice>
        <Notice kind=NoticeKind::Good title=words().gallery.good />
        <Notice kind=NoticeKind::Warn title=words().gallery.warn>
            <p>{words().gallery.warn_body}</p>
        </Notice>
        <Disclosure summary=words().gallery.more>
            <p>{words().gallery.more_body}</p>
        </Disclosure>
    }
}

fn review() -> impl IntoView {
    let rows = vec![
        SummaryRow::fixed(words().gallery.fixed, words().gallery.fixed_value),
        SummaryRow::fixed(words().gallery.letters, words().gallery.letters_value)
            .changed_at("/mail"),
        SummaryRow::fixed(words().gallery.dates, words().gallery.dates_echo).changed_at("/details"),
    ];
    view! { <SummaryList rows /> }
}

fn receipt() -> impl IntoView {
    view! {
        <ReceiptPanel label=words().gallery.number number=words().gallery.number_value note=words().gallery.number_note />
        <Flow steps=words().gallery.next.map(str::to_owned).to_vec() />
    }
}

fn buttons() -> impl IntoView {
    view! {
        <PostForm action="/gallery">
            <Buttons>
                <SubmitButton label=words().gallery.main />
                <SubmitButton label=words().gallery.second kind=ButtonKind::Second formaction="/gallery" />
                <LinkButton href="/mail" label=words().gallery.link />
            </Buttons>
        </PostForm>
    }
}
