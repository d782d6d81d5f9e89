use crate::align::Geometry;
use crate::measure::Pose;
use crate::net::Face;

/// A face whose eyes are 100 apart, with the nose and the mouth moved.
fn face(nose: [f32; 2], mouth: [f32; 2]) -> Face {
    let [x, y] = mouth;
    Face {
        x: 0.0,
        y: 0.0,
        width: 200.0,
        height: 260.0,
        score: 0.9,
        points: [
            [50.0, 100.0],
            [150.0, 100.0],
            nose,
            [x - 40.0, y],
            [x + 40.0, y],
        ],
    }
}

fn pose(face: &Face) -> [f32; 3] {
    let pose = Pose::of(&Geometry::of(face));
    [pose.roll, pose.turn, pose.nod]
}

fn near(is: [f32; 3], should: [f32; 3]) -> bool {
    let mut pairs = is.into_iter().zip(should);
    pairs.all(|(is, should)| (is - should).abs() < 0.01)
}

#[test]
fn a_face_from_the_front_is_level_and_even() {
    let front = face([100.0, 158.0], [100.0, 200.0]);
    assert!(near(pose(&front), [0.0, 0.0, 0.58]), "{:?}", pose(&front));
}

#[test]
fn a_nose_beside_the_middle_is_a_turned_face() {
    let turned = face([140.0, 158.0], [108.0, 200.0]);
    assert!(
        near(pose(&turned), [0.0, 0.36, 0.58]),
        "{:?}",
        pose(&turned)
    );
}

#[test]
fn a_nose_near_the_eyes_is_a_face_that_looks_up() {
    let up = face([100.0, 135.0], [100.0, 200.0]);
    assert!(near(pose(&up), [0.0, 0.0, 0.35]), "{:?}", pose(&up));
}

#[test]
fn a_lower_left_eye_is_a_head_that_leans() {
    let mut leaning = face([100.0, 158.0], [100.0, 200.0]);
    // A quarter of a right angle, around the right eye.
    let (sine, cosine) = (0.382_683, 0.923_88);
    leaning.points = leaning.points.map(|[x, y]| {
        let (dx, dy) = (x - 50.0, y - 100.0);
        [
            50.0 + cosine * dx - sine * dy,
            100.0 + sine * dx + cosine * dy,
        ]
    });
    assert!(
        near(pose(&leaning), [22.5, 0.0, 0.58]),
        "{:?}",
        pose(&leaning)
    );
}
