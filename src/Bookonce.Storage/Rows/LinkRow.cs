using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bookonce.Storage.Rows;

/// <summary>The fact "this document is this entry".</summary>
internal sealed class LinkRow
{
    public required Guid AdministrationId { get; init; }
    public required Guid DocumentId { get; init; }
    public required DocumentKind Kind { get; init; }
    public required Guid EntryId { get; init; }
    public required Guid? LineId { get; init; }

    /// <summary>A link holds a whole sales entry, but only one line of an entry in another journal.</summary>
    public required bool IsSales { get; init; }
    public required string Journal { get; init; }
    public required int Year { get; init; }
    public required int BookingNumber { get; init; }
    public required LinkOrigin Origin { get; init; }
    public required DateTimeOffset? At { get; init; }
    public required DocumentFacts? Document { get; init; }
    public required EntryFacts? Entry { get; init; }
    public required bool IsAccepted { get; init; }

    public static LinkRow Of(Guid administration, Link link, bool isSales) =>
        new()
        {
            AdministrationId = administration,
            DocumentId = link.DocumentId,
            Kind = link.Kind,
            EntryId = link.EntryId,
            LineId = link.LineId,
            IsSales = isSales,
            Journal = link.Series.Journal,
            Year = link.Series.Year,
            BookingNumber = link.BookingNumber,
            Origin = link.Origin,
            At = link.At,
            Document = link.Document,
            Entry = link.Entry,
            IsAccepted = link.IsAccepted,
        };

    public Link ToLink() =>
        new(DocumentId, Kind, EntryId, LineId, new SeriesKey(Journal, Year), BookingNumber, Origin)
        {
            At = At,
            Document = Document,
            Entry = Entry,
            IsAccepted = IsAccepted,
        };
}

internal sealed class LinkTable : IEntityTypeConfiguration<LinkRow>
{
    public void Configure(EntityTypeBuilder<LinkRow> builder)
    {
        builder.HasKey(row => new { row.AdministrationId, row.DocumentId });
        builder.HasOne<AdministrationRow>().WithMany().HasForeignKey(row => row.AdministrationId);
        builder.HasIndex(row => new { row.AdministrationId, row.LineId }).IsUnique();
        builder.HasIndex(row => new { row.AdministrationId, row.EntryId }).IsUnique().HasFilter("is_sales");
    }
}
