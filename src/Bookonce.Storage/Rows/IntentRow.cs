using Bookonce.Domain.Booking;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bookonce.Storage.Rows;

/// <summary>An intent; see <see cref="Intent"/>. Rows stay for good: every unanswered try is remembered.</summary>
internal sealed class IntentRow
{
    public required Guid Id { get; init; }
    public required Guid AdministrationId { get; init; }
    public required Guid DocumentId { get; init; }
    public required string Journal { get; init; }
    public required int Year { get; init; }
    public required int? Number { get; init; }
    public required string Mark { get; init; }
    public required string YourRef { get; init; }
    public required DocumentFacts Document { get; init; }
    public required EntryFacts Entry { get; init; }
    public required byte[] Body { get; init; }
    public required IntentState State { get; init; }
    public required int Tries { get; init; }
    public required int Unanswered { get; init; }
    public required DateTimeOffset LastTry { get; init; }
    public required string? Refusal { get; init; }

    public static IntentRow Of(Guid administration, Intent intent) =>
        new()
        {
            Id = intent.Id,
            AdministrationId = administration,
            DocumentId = intent.DocumentId,
            Journal = intent.Series.Journal,
            Year = intent.Series.Year,
            Number = intent.Number,
            Mark = intent.Mark,
            YourRef = intent.YourRef,
            Document = intent.Document,
            Entry = intent.Entry,
            Body = intent.Body.ToArray(),
            State = intent.State,
            Tries = intent.Tries,
            Unanswered = intent.Unanswered,
            LastTry = intent.LastTry,
            Refusal = intent.Refusal,
        };

    public Intent ToIntent() =>
        new()
        {
            Id = Id,
            DocumentId = DocumentId,
            Series = new SeriesKey(Journal, Year),
            Number = Number,
            Mark = Mark,
            YourRef = YourRef,
            Document = Document,
            Entry = Entry,
            Body = Body,
            State = State,
            Tries = Tries,
            Unanswered = Unanswered,
            LastTry = LastTry,
            Refusal = Refusal,
        };
}

internal sealed class IntentTable : IEntityTypeConfiguration<IntentRow>
{
    public void Configure(EntityTypeBuilder<IntentRow> builder)
    {
        builder.HasKey(row => row.Id);
        builder.HasOne<AdministrationRow>().WithMany().HasForeignKey(row => row.AdministrationId);
        builder.HasIndex(row => new { row.AdministrationId, row.DocumentId }).IsUnique().HasFilter("state = 'Unknown'");
        builder
            .HasIndex(row => new
            {
                row.AdministrationId,
                row.Journal,
                row.Year,
                row.Number,
            })
            .IsUnique()
            .HasFilter("state = 'Unknown'");
    }
}
