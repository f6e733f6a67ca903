//! The report for people.

use core::fmt::{self, Write as _};

use rejoin::ReceivedCode;

use super::Report;
use crate::numbers::{Bytes, Count, Seconds};
use crate::rehearse::terminal_plot;

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (plan, outcome) = (&self.plan, &self.outcome);
        let times = if plan.restarts == 1 {
            "restart"
        } else {
            "restarts"
        };
        writeln!(
            f,
            "{} {times} with {} clients, policy {}, in {}",
            Count(plan.restarts.into()),
            Count(plan.clients.into()),
            self.policy,
            Seconds(outcome.took),
        )?;
        writeln!(f)?;
        self.write_closes(f)?;
        self.write_attempts(f)?;
        self.write_outages(f)?;
        self.write_arrivals(f)?;
        self.write_messages(f)?;
        if let Some((before, after)) = outcome.memory {
            let (before, after) = (Bytes(before), Bytes(after));
            line(
                f,
                "server memory",
                &format_args!("{before} before, {after} after"),
            )?;
        }
        writeln!(f)?;
        self.write_plot(f)?;
        writeln!(f)?;
        self.write_verdict(f)
    }
}

impl Report {
    fn write_closes(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tally = self.tally();
        let mut label = "closes";
        if tally.closes.is_empty() {
            line(f, label, &"none")?;
        }
        for (code, closes) in &tally.closes {
            let count = Count((closes.clean + closes.unclean).into());
            let name = ReceivedCode::new(*code).info().name;
            let how = match (closes.clean, closes.unclean) {
                (_, 0) => "all clean".to_owned(),
                (0, _) => "none clean".to_owned(),
                (_, unclean) => format!("{} of them unclean", Count(unclean.into())),
            };
            line(f, label, &format_args!("{count} with {code} {name}, {how}"))?;
            label = "";
        }
        if tally.connections_reset > 0 {
            let reset = Count(tally.connections_reset.into());
            line(f, "", &format_args!("reset: {reset}"))?;
        }
        let kept: u32 = tally.kept.iter().sum();
        if kept > 0 {
            let kept = Count(kept.into());
            line(f, "", &format_args!("left alone by a restart: {kept}"))?;
        }
        Ok(())
    }

    fn write_attempts(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let attempts = &self.tally().attempts;
        if attempts.all() == 0 {
            return line(f, "failed attempts", &"none");
        }
        let mut parts = Vec::new();
        for (count, how) in [
            (attempts.refused, "refused"),
            (attempts.reset, "reset"),
            (attempts.timed_out, "too slow"),
        ] {
            if count > 0 {
                parts.push(format!("{} {how}", Count(count.into())));
            }
        }
        for (status, count) in &attempts.statuses {
            parts.push(format!(
                "{} declined with HTTP {status}",
                Count((*count).into())
            ));
        }
        if attempts.other > 0 {
            parts.push(format!("{} in other ways", Count(attempts.other.into())));
        }
        line(f, "failed attempts", &parts.join(", "))
    }

    fn write_outages(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tally = self.tally();
        let outage = |part| tally.outage(part).map(Seconds);
        match (outage(500), outage(990), outage(1_000)) {
            (Some(median), Some(p99), Some(worst)) => {
                let times = format_args!("median {median}, p99 {p99}, worst {worst}").to_string();
                line(f, "without service", &times)?;
            }
            _ => line(f, "without service", &"nobody")?,
        }
        if tally.never_back > 0 {
            let missing = Count(tally.never_back.into());
            line(f, "", &format_args!("never came back: {missing}"))?;
        }
        Ok(())
    }

    fn write_arrivals(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (_, peak) = self.tally().peak();
        let count = Count(peak.into());
        match self.admit {
            Some(admit) => {
                let times = f64::from(peak) / f64::from(admit);
                let admit = Count(admit.into());
                let told =
                    format!("at most {count} in one second, {times:.2} times the {admit} admitted");
                line(f, "arrivals", &told)
            }
            None => line(
                f,
                "arrivals",
                &format_args!("at most {count} in one second"),
            ),
        }
    }

    fn write_messages(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let messages = &self.tally().messages;
        let mut told = format!("{} sent", Count(messages.sent));
        // Writing to a String cannot fail.
        if self.knows_answers() {
            let (answered, unanswered) = (Count(messages.answered), Count(messages.unanswered));
            let twice = Count(messages.duplicated);
            let _ = write!(
                told,
                ", {answered} answered, {unanswered} unanswered, {twice} answered twice"
            );
        }
        if messages.not_taken > 0 {
            let _ = write!(told, ", {} too many to wait", Count(messages.not_taken));
        }
        line(f, "messages", &told)
    }

    fn write_plot(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tally = self.tally();
        let (busiest, _) = tally.peak();
        write!(f, "clients connected, per second")?;
        if self.plan.restarts > 1 {
            write!(f, " (restart {}, the busiest)", busiest + 1)?;
        }
        writeln!(f)?;
        let arrivals = tally.arrivals.get(busiest).map_or(&[][..], Vec::as_slice);
        f.write_str(&terminal_plot::draw(arrivals, self.admit))
    }

    fn write_verdict(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for judged in &self.verdict {
            let verdict = if judged.held { "held  " } else { "BROKEN" };
            let (limit, found, allowed) = (judged.limit, &judged.found, &judged.allowed);
            writeln!(f, "{verdict}  {limit}: {found}, allowed {allowed}")?;
        }
        Ok(())
    }
}

fn line(f: &mut fmt::Formatter<'_>, label: &str, told: &dyn fmt::Display) -> fmt::Result {
    writeln!(f, "{label:<17}{told}")
}
