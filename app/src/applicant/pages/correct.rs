//! The tick under what was given: 「上記の申請内容に、誤りはありません」.

use leptos::prelude::*;
use rules::form::Field;

use crate::applicant::portal::Flash;
use crate::components::CheckField;
use crate::words::words;

/// The box. It is never ticked beforehand: what was changed is to be looked at
/// anew.
pub(super) fn correct_field(field: Field, flash: &Flash) -> impl IntoView + use<> {
    view! {
        <CheckField
            field=field
            name=field.id()
            value="yes"
            label=words().common.correct
            checked=false
            problems=flash.problems.clone()
        />
    }
}
