using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Champions.Application.HelpSlots;
using Champions.Domain;
using Champions.Domain.HelpSlots;

namespace Champions.Web.Pages.Slots;

public sealed partial class NewModel
{
    /// <summary>What the champion typed. Every problem is named at once; the domain has the last word.</summary>
    public sealed class Form
    {
        public const string OtherLength = "other";
        public const string Once = "once";
        public const string Weekly = "weekly";

        /// <summary>Made when the form was shown, so that posting it twice offers once.</summary>
        public Guid? Key { get; set; }

        [Display(Name = "Day")]
        public DateOnly? Day { get; set; }

        [Display(Name = "Start time")]
        public TimeOnly? Start { get; set; }

        /// <summary>Minutes of a usual length, or <see cref="OtherLength"/>.</summary>
        public string? Length { get; set; }

        [Display(Name = "Length")]
        public int? Minutes { get; set; }

        [Display(Name = "How you will meet")]
        public SupportMode? Mode { get; set; }

        [Display(Name = "Ward")]
        public Guid? WardId { get; set; }

        public string? Place { get; set; }

        public string? Link { get; set; }

        public string? Number { get; set; }

        [Display(Name = "Places")]
        public int? Places { get; set; }

        public string? Repeat { get; set; }

        [Display(Name = "Number of weeks")]
        public int? Weeks { get; set; }

        /// <summary>The box that says where, for the chosen way to meet; null when a ward says it.</summary>
        public string? PlaceField => Mode switch
        {
            SupportMode.InPersonElsewhere => "Input.Place",
            SupportMode.VideoCall => "Input.Link",
            SupportMode.Phone => "Input.Number",
            _ => null,
        };

        public IEnumerable<(string Field, string Message)> Problems(DateOnly today)
        {
            IEnumerable<(string Field, string? Message)> all =
            [
                ("Input.Day", DayProblem(today)),
                ("Input.Start", StartProblem()),
                (Length == OtherLength ? "Input.Minutes" : "Input.Length", LengthProblem()),
                ("Input.Mode", IsOffered(Mode) ? null : HelpSlotErrors.ModeNotOffered.Message),
                ("Input.WardId", Mode == SupportMode.InPersonOnWard && WardId is null ? HelpSlotErrors.WardNeeded.Message : null),
                ("Input.Place", PlaceProblem()),
                ("Input.Places", PlacesProblem()),
                ("Input.Repeat", Repeat is Once or Weekly ? null : "Choose if you offer this once or every week"),
                ("Input.Weeks", WeeksProblem()),
                ("Input.Key", Key is null ? "Open a new form and enter the time again" : null),
            ];
            return all.Where(p => p.Message is not null).Select(p => (p.Field, p.Message!));
        }

        /// <summary>Boxes under answers that were not chosen: what stands in them counts for nothing.</summary>
        public IEnumerable<string> Unasked()
        {
            IEnumerable<(string Field, bool IsAsked)> all =
            [
                ("Input.Minutes", Length == OtherLength),
                ("Input.WardId", Mode == SupportMode.InPersonOnWard),
                ("Input.Weeks", Repeat == Weekly),
            ];
            return all.Where(f => !f.IsAsked).Select(f => f.Field);
        }

        /// <summary>What to say of a number that cannot be read, or is larger than any number.</summary>
        public static IReadOnlyList<(string Field, string Message)> Limits { get; } =
        [
            ("Input.Minutes", HelpSlotErrors.Length.Message),
            ("Input.Places", HelpSlotErrors.Capacity.Message),
            ("Input.Weeks", HelpSlotErrors.Weeks.Message),
        ];

        /// <summary>Only for answers without problems.</summary>
        public OfferHelpSlots ToCommand() => new(
            Day!.Value,
            Start!.Value,
            Repeat == Weekly ? Weeks!.Value : 1,
            LengthInMinutes()!.Value,
            Mode!.Value,
            Mode == SupportMode.InPersonOnWard ? new WardId(WardId!.Value) : null,
            Where,
            Places!.Value,
            Key!.Value);

        private string? Where => Mode switch
        {
            SupportMode.InPersonElsewhere => Place,
            SupportMode.VideoCall => Link,
            SupportMode.Phone => Number,
            _ => null,
        };

        private static bool IsOffered(SupportMode? mode) =>
            mode is SupportMode.InPersonOnWard or SupportMode.InPersonElsewhere or SupportMode.VideoCall or SupportMode.Phone;

        private string? DayProblem(DateOnly today) => Day switch
        {
            null => "Enter the day, for example 27 3 2026",
            { } day when day < today => "The day must be today or later",
            { } day when day > today.AddDays(7 * HelpSlot.HorizonWeeks) => HelpSlotErrors.StartsTooLate.Message,
            _ => null,
        };

        private string? StartProblem() => Start switch
        {
            null => "Enter the start time, for example 2:15pm",
            { } start when start.Minute % TimeClaim.MinutesPerQuantum != 0 => HelpSlotErrors.StartsOffGrid.Message,
            _ => null,
        };

        private int? LengthInMinutes() => Length == OtherLength ? Minutes
            : int.TryParse(Length, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? minutes
            : null;

        private string? LengthProblem() => LengthInMinutes() switch
        {
            null => Length == OtherLength ? "Enter how many minutes, for example 45" : "Choose how long",
            < HelpSlot.MinMinutes or > HelpSlot.MaxMinutes => HelpSlotErrors.Length.Message,
            { } minutes when minutes % TimeClaim.MinutesPerQuantum != 0 => HelpSlotErrors.Length.Message,
            _ => null,
        };

        private string? PlaceProblem() =>
            Mode == SupportMode.InPersonElsewhere && string.IsNullOrWhiteSpace(Place) ? HelpSlotErrors.PlaceNeeded.Message : null;

        private string? PlacesProblem() => Places switch
        {
            null => "Enter how many places there are, for example 1",
            < 1 or > HelpSlot.MaxCapacity => HelpSlotErrors.Capacity.Message,
            _ => null,
        };

        private string? WeeksProblem() => (Repeat, Weeks) switch
        {
            (Weekly, null) => "Enter for how many weeks, for example 6",
            (Weekly, < 1 or > HelpSlot.MaxSeriesWeeks) => HelpSlotErrors.Weeks.Message,
            _ => null,
        };
    }
}
