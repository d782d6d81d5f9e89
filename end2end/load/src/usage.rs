//! What processes used of the machine, from `/proc`.

use std::collections::HashSet;

use procfs::process::{Process, all_processes};
use procfs::{ProcResult, ticks_per_second};

/// Milliseconds of CPU, user and system, of these processes, their descendants and
/// those of them that have ended.
///
/// # Errors
/// When a process of `roots` is gone.
pub fn cpu_ms(roots: &[i32]) -> ProcResult<f64> {
    let mut counted = HashSet::new();
    let mut ticks = 0.0;
    for &root in roots {
        Process::new(root)?;
    }
    let all: Vec<_> = all_processes()?
        .filter_map(|process| process.ok()?.stat().ok())
        .collect();
    let mut known: HashSet<i32> = roots.iter().copied().collect();
    while let Some(stat) = all
        .iter()
        .find(|s| (known.contains(&s.pid) || known.contains(&s.ppid)) && !counted.contains(&s.pid))
    {
        known.insert(stat.pid);
        counted.insert(stat.pid);
        #[expect(clippy::cast_precision_loss, reason = "ticks of minutes")]
        let own = (stat.utime + stat.stime) as f64;
        #[expect(clippy::cast_precision_loss, reason = "ticks of minutes")]
        let ended = (stat.cutime + stat.cstime) as f64;
        ticks += own + ended;
    }
    #[expect(clippy::cast_precision_loss, reason = "a hundred")]
    let a_second = ticks_per_second() as f64;
    Ok(ticks * 1000.0 / a_second)
}

/// The same of this process.
///
/// # Errors
/// When `/proc` is not there.
pub fn own_cpu_ms() -> ProcResult<f64> {
    cpu_ms(&[Process::myself()?.pid()])
}

/// Peak memory of these processes together, in MB (VmHWM).
///
/// # Errors
/// When one of them is gone.
pub fn peak_mb(processes: &[i32]) -> ProcResult<f64> {
    let mut kilobytes = 0;
    for &process in processes {
        kilobytes += Process::new(process)?.status()?.vmhwm.unwrap_or_default();
    }
    #[expect(clippy::cast_precision_loss, reason = "megabytes")]
    let megabytes = kilobytes as f64 / 1024.0;
    Ok(megabytes)
}
