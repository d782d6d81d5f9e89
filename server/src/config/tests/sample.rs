//! The sample that is printed.

use super::*;

#[test]
fn the_sample_changes_nothing() {
    let folder = folder();
    let file = file(folder.path(), "sample.toml", &sample());
    let settings = load(&Sources {
        file: Some(file),
        ..Sources::default()
    })
    .unwrap();
    assert_eq!(settings, Settings::default());
}

#[test]
fn the_sample_with_every_key_switched_on_says_the_defaults_and_the_examples() {
    let folder = folder();
    let text: String = sample()
        .lines()
        .map(|line| {
            line.strip_prefix('#')
                .filter(|rest| !rest.starts_with(' '))
                .unwrap_or(line)
        })
        .flat_map(|line| [line, "\n"])
        .collect();
    let file = file(folder.path(), "sample.toml", &text);
    let mut settings = load(&Sources {
        file: Some(file),
        ..Sources::default()
    })
    .unwrap();
    assert_eq!(settings.mail.user.as_deref(), Some("shinsei"));
    let examples = [
        &mut settings.mail.password_file,
        &mut settings.database.password_file,
        &mut settings.database.ca_file,
        &mut settings.secrets.key_file,
    ];
    assert!(examples.into_iter().all(|example| example.take().is_some()));
    let photos = std::mem::take(&mut settings.photos);
    assert_eq!(photos.bucket.as_deref(), Some("shinsei-photos"));
    assert!(photos.endpoint.is_some_and(|url| url.is_https()));
    assert_eq!(photos.folder, settings.photos.folder);
    settings.mail = Mail {
        host: settings.mail.host,
        port: settings.mail.port,
        ..Mail::default()
    };
    assert!(settings.journey.terms_file.take().is_some());
    assert!(settings.telemetry.metrics_address.take().is_some());
    assert_eq!(settings, Settings::default());
}

#[test]
fn the_sample_names_every_key_once_with_its_explanation() {
    let sample = sample();
    for table in Settings::default().tables() {
        for (path, key) in table.paths() {
            let line = match key.note {
                section::Note::Environment => problem::variable(&path),
                section::Note::Plain | section::Note::Example(_) | section::Note::Address => {
                    format!("\n#{} = ", key.name)
                }
            };
            assert!(sample.contains(&line), "{path}");
            assert!(
                key.about
                    .iter()
                    .all(|about| sample.contains(&format!("#{about}\n"))),
                "{path}"
            );
        }
    }
    assert!(
        sample.lines().all(|line| line.chars().count() <= 100),
        "{sample}"
    );
}
