using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bookonce.Storage.Rows;

/// <summary>An entry of the mirror; see <see cref="Entry"/>.</summary>
internal sealed class EntryRow
{
    public required Guid AdministrationId { get; init; }
    public required Guid LineId { get; init; }
    public required Guid EntryId { get; init; }
    public required string Journal { get; init; }
    public required int Year { get; init; }
    public required bool IsSales { get; init; }
    public required int Number { get; init; }
    public required DateOnly Date { get; init; }
    public required DateOnly? DueDate { get; init; }
    public required Guid? AccountId { get; init; }
    public required string? AccountName { get; init; }
    public required Currency Currency { get; init; }
    public required decimal Amount { get; init; }
    public required string? YourRef { get; init; }
    public required string? PaymentReference { get; init; }
    public required string? Description { get; init; }
    public required int? InvoiceNumber { get; init; }
    public required string? Mark { get; init; }
    public required string? Creator { get; init; }
    public required DateTimeOffset? EnteredAt { get; init; }
    public required int? Period { get; init; }
    public required DateTimeOffset? ChangedAt { get; init; }
    public required string? Changer { get; init; }
    public required Guid? Attachments { get; init; }
    public required Matched? Matched { get; init; }

    public static EntryRow Of(Guid administration, Entry entry) =>
        new()
        {
            AdministrationId = administration,
            LineId = entry.LineId,
            EntryId = entry.EntryId,
            Journal = entry.Series.Journal,
            Year = entry.Series.Year,
            IsSales = entry.IsSales,
            Number = entry.Number,
            Date = entry.Date,
            DueDate = entry.DueDate,
            AccountId = entry.AccountId,
            AccountName = entry.AccountName,
            Currency = entry.Currency,
            Amount = entry.Amount,
            YourRef = entry.YourRef,
            PaymentReference = entry.PaymentReference,
            Description = entry.Description,
            InvoiceNumber = entry.InvoiceNumber,
            Mark = entry.Mark,
            Creator = entry.Creator,
            EnteredAt = entry.EnteredAt,
            Period = entry.Period,
            ChangedAt = entry.ChangedAt,
            Changer = entry.Changer,
            Attachments = entry.Attachments,
            Matched = entry.Matched,
        };

    public Entry ToEntry() =>
        new()
        {
            LineId = LineId,
            EntryId = EntryId,
            Series = new SeriesKey(Journal, Year),
            IsSales = IsSales,
            Number = Number,
            Date = Date,
            DueDate = DueDate,
            AccountId = AccountId,
            AccountName = AccountName,
            Currency = Currency,
            Amount = Cents.At(Amount, Currency),
            YourRef = YourRef,
            PaymentReference = PaymentReference,
            Description = Description,
            InvoiceNumber = InvoiceNumber,
            Mark = Mark,
            Creator = Creator,
            EnteredAt = EnteredAt,
            Period = Period,
            ChangedAt = ChangedAt,
            Changer = Changer,
            Attachments = Attachments,
            Matched = Matched,
        };
}

internal sealed class EntryTable : IEntityTypeConfiguration<EntryRow>
{
    public void Configure(EntityTypeBuilder<EntryRow> builder)
    {
        builder.HasKey(row => new { row.AdministrationId, row.LineId });
        builder.HasOne<AdministrationRow>().WithMany().HasForeignKey(row => row.AdministrationId);
        builder.HasIndex(row => new { row.AdministrationId, row.EntryId });
    }
}
