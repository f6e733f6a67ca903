//! What several rounds of one measurement come to.

/// The median of the rounds and how far they lie apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Summary {
    pub median: f64,
    pub least: f64,
    pub most: f64,
}

impl Summary {
    /// Of the figures of all rounds; none if there are none.
    pub(crate) fn of(figures: impl IntoIterator<Item = f64>) -> Option<Self> {
        let mut sorted: Vec<f64> = figures.into_iter().collect();
        sorted.sort_by(f64::total_cmp);
        let (least, most) = (*sorted.first()?, *sorted.last()?);
        let middle = sorted.len() / 2;
        let median = if sorted.len().is_multiple_of(2) {
            f64::midpoint(sorted[middle - 1], sorted[middle])
        } else {
            sorted[middle]
        };
        Some(Self {
            median,
            least,
            most,
        })
    }

    /// The same in another unit.
    pub(crate) fn times(self, factor: f64) -> Self {
        Self {
            median: self.median * factor,
            least: self.least * factor,
            most: self.most * factor,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_odd_number_of_rounds_has_one_in_the_middle() {
        let summary = Summary::of([5.0, 1.0, 3.0]).expect("there are rounds");
        assert_eq!(
            summary,
            Summary {
                median: 3.0,
                least: 1.0,
                most: 5.0
            }
        );
    }

    #[test]
    fn an_even_number_of_rounds_has_its_median_between_two() {
        let summary = Summary::of([4.0, 1.0, 2.0, 9.0]).expect("there are rounds");
        assert_eq!(
            summary,
            Summary {
                median: 3.0,
                least: 1.0,
                most: 9.0
            }
        );
    }

    #[test]
    fn no_round_is_no_summary() {
        assert_eq!(Summary::of([]), None);
    }
}
