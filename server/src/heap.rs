//! Memory that was freed stays with the process for what comes next.

use std::hint::black_box;

/// Just under the largest block that glibc learns from (32 MiB on 64 bits).
const BLOCK_BYTES: usize = 31 << 20;

/// Has glibc keep what is freed.
///
/// A photo's check asks for some 10 MB and frees them. By default glibc gives most of that
/// back to the kernel each time and gets it again page by page, each one zeroed anew: a
/// fifth of the time of a check (`docs/decisions/0032-freed-memory-stays.md`). glibc raises
/// its thresholds when a block larger than any before is freed: blocks up to that size come
/// from the heap then, and up to twice as much stays with each of its arenas (`mallopt(3)`,
/// `M_MMAP_THRESHOLD`). The block is never touched, so it takes no memory itself. With another
/// C library, or where the environment sets these thresholds, nothing changes.
pub fn keep_freed_memory() {
    drop(black_box(Vec::<u8>::with_capacity(black_box(BLOCK_BYTES))));
}
