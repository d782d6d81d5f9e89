//! `shinsei serve`, `work` and `migrate`.

use std::net::TcpListener;
use std::process::ExitCode;

use sd_notify::NotifyState;
use tokio::sync::watch;

use super::{Failure, block_on, logging, output};
use crate::config::{ConfigProblems, Settings, check};
use crate::heap::keep_freed_memory;
use crate::http::{self, router};
use crate::service::LATEST;
use crate::setup::{
    Runtime, connections, convert_database, http_bounds, leptos_options, open, patience,
};
use crate::telemetry;
use crate::work::Worker;

/// Refuses to start with settings that do not fit together.
pub(super) fn insist(settings: &Settings) -> Result<(), ConfigProblems> {
    let problems = check(settings);
    if problems.is_empty() {
        Ok(())
    } else {
        Err(ConfigProblems(problems))
    }
}

pub(super) fn serve(settings: &Settings, with_work: bool) -> Result<ExitCode, Failure> {
    insist(settings)?;
    logging::start(&settings.telemetry);
    block_on(async {
        let runtime = open(settings).await?;
        look_at_audit_log(&runtime).await?;
        until_stopped(settings, runtime, with_work).await
    })
}

pub(super) fn work(settings: &Settings) -> Result<ExitCode, Failure> {
    insist(settings)?;
    logging::start(&settings.telemetry);
    block_on(async {
        let runtime = open(settings).await?;
        look_at_audit_log(&runtime).await?;
        let stop = stop_signal()?;
        Worker::of(&runtime, settings).run(stop).await;
        Ok(ExitCode::SUCCESS)
    })
}

pub(super) fn migrate(settings: &Settings) -> Result<ExitCode, Failure> {
    block_on(async {
        open(settings).await?;
        convert_database(&settings.database).await?;
        output::line("The database is up to date.");
        Ok(ExitCode::SUCCESS)
    })
}

/// Follows the last entries of the audit log. One that does not hold is told and stops
/// nobody from applying.
async fn look_at_audit_log(runtime: &Runtime) -> Result<(), Failure> {
    let followed = runtime.service.follow_chain(Some(LATEST), None).await?;
    if let Some(broken) = followed.broken {
        tracing::error!(%broken, "audit.broken");
    } else {
        let (number, hash) = (followed.head.number, hex::encode(followed.head.hash));
        tracing::info!(number, %hash, "audit.head");
    }
    Ok(())
}

/// Serves until the process is told to stop, then lets requests under way finish.
pub(super) async fn until_stopped(
    settings: &Settings,
    runtime: Runtime,
    with_work: bool,
) -> Result<ExitCode, Failure> {
    keep_freed_memory();
    let listener = TcpListener::bind(settings.http.address)
        .map_err(|error| format!("cannot listen on {}: {error}", settings.http.address))?;
    let stop = stop_signal()?;
    let worker = with_work.then(|| {
        let worker = Worker::of(&runtime, settings);
        tokio::spawn(worker.run(stop.clone()))
    });
    let routes = router(
        runtime.service.clone(),
        http_bounds(settings),
        runtime.demo_pages(),
        leptos_options(settings),
    );
    count(settings, &stop)?;
    tracing::info!(address = %settings.http.address, "serving");
    tell_the_system(NotifyState::Ready);
    http::serve(
        listener,
        routes,
        connections(settings),
        patience(settings),
        stop,
    )
    .await?;
    if let Some(worker) = worker {
        worker.await?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Shows what is counted, where the settings name an address for it.
fn count(settings: &Settings, stop: &watch::Receiver<bool>) -> Result<(), Failure> {
    if let Some(address) = settings.telemetry.metrics_address {
        let listener = TcpListener::bind(address)
            .map_err(|error| format!("cannot listen on {address} for metrics: {error}"))?;
        let routes = http::metrics_routes(telemetry::recorder()?);
        tokio::spawn(http::serve(
            listener,
            routes,
            connections(settings),
            patience(settings),
            stop.clone(),
        ));
    }
    Ok(())
}

/// Tells systemd, where it started us.
fn tell_the_system(state: NotifyState<'_>) {
    if let Err(error) = sd_notify::notify(&[state]) {
        tracing::warn!(%error, "systemd could not be told");
    }
}

/// The exit status of a process that was told to stop twice: as if the signal had ended it.
const ENDED_AT_ONCE: i32 = 128 + 15;

/// Becomes true when the process is told to stop (SIGTERM, Ctrl+C); told so a second time, it
/// ends at once. What was acknowledged is on the disk by then.
fn stop_signal() -> Result<watch::Receiver<bool>, Failure> {
    let (tell, told) = watch::channel(false);
    let mut terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
    tokio::spawn(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = tokio::signal::ctrl_c() => {}
        }
        tracing::info!("stopping");
        tell_the_system(NotifyState::Stopping);
        let _ = tell.send(true);
        tokio::select! {
            _ = terminate.recv() => {}
            _ = tokio::signal::ctrl_c() => {}
        }
        tracing::warn!("told to stop a second time: ended at once");
        std::process::exit(ENDED_AT_ONCE);
    });
    Ok(told)
}
