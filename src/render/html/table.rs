//! Tables of sums as HTML. It counts nothing.

use maud::{Markup, html};

use crate::render::html::words::shown;
use crate::render::report::ReportTable;

/// A table with a heading for each column and each row; numbers are set to the right. With a drawing for each row, if there are
/// any, that says what the numbers say.
pub(super) fn table(table: &ReportTable, drawings: &[Markup]) -> Markup {
    let is_number = |at: usize| (table.rows.iter()).any(|row| row.get(at).is_some_and(|cell| cell.is_number()));
    let class = |is_number: bool| is_number.then_some("number");
    html! {
        div.scroll {
            table.sums {
                thead { tr {
                    @for (at, column) in table.columns.iter().enumerate() {
                        th class=[class(is_number(at))] scope="col" { (column.head) }
                    }
                    @if !drawings.is_empty() { td aria-hidden="true" {} }
                } }
                tbody {
                    @for (number, row) in table.rows.iter().enumerate() {
                        tr {
                            @for (at, cell) in row.iter().enumerate() {
                                @if at == 0 { th scope="row" dir="auto" { (shown(&cell.shown())) } }
                                @else { td class=[class(cell.is_number())] dir="auto" { (shown(&cell.shown())) } }
                            }
                            @if let Some(drawing) = drawings.get(number) { td.drawing aria-hidden="true" { (drawing) } }
                        }
                    }
                }
            }
        }
    }
}
