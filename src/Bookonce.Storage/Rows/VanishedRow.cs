using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bookonce.Storage.Rows;

/// <summary>An entry of a sales journal that the mirror had and Exact has no more: its number may be missing from then on.</summary>
internal sealed class VanishedRow
{
    public required Guid AdministrationId { get; init; }
    public required Guid LineId { get; init; }
    public required Guid EntryId { get; init; }
    public required string Journal { get; init; }
    public required int Year { get; init; }
    public required int Number { get; init; }

    public static VanishedRow Of(EntryRow entry) =>
        new()
        {
            AdministrationId = entry.AdministrationId,
            LineId = entry.LineId,
            EntryId = entry.EntryId,
            Journal = entry.Journal,
            Year = entry.Year,
            Number = entry.Number,
        };
}

internal sealed class VanishedTable : IEntityTypeConfiguration<VanishedRow>
{
    public void Configure(EntityTypeBuilder<VanishedRow> builder)
    {
        builder.ToTable("vanished_entries");
        builder.HasKey(row => new { row.AdministrationId, row.LineId });
        builder.HasOne<AdministrationRow>().WithMany().HasForeignKey(row => row.AdministrationId);
    }
}
