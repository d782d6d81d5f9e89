fn main() {
    let a: Vec<String> = std::env::args().skip(1).collect();
    let c = photo_check::Checker::new();
    let today = rules::CivilDate::new(2026, 11, 22).unwrap();
    for f in &a {
        let b = std::fs::read(f).unwrap();
        let r = c.check(&b, today, photo_check::Exceptions::NONE);
        println!(
            "{{\"f\":{f:?},\"r\":{}}}",
            serde_json::to_string(&r).unwrap()
        );
    }
}
