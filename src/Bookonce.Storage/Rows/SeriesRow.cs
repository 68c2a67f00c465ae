using Bookonce.Domain.Numbering;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bookonce.Storage.Rows;

/// <summary>What was learned about the numbering of a series.</summary>
internal sealed class SeriesRow
{
    public required Guid AdministrationId { get; init; }
    public required string Journal { get; init; }
    public required int Year { get; init; }
    public required NumberingMode Numbering { get; init; }

    /// <summary>Kept when its entry is deleted, so that a number is not given twice.</summary>
    public required int? Highest { get; init; }
}

internal sealed class SeriesTable : IEntityTypeConfiguration<SeriesRow>
{
    public void Configure(EntityTypeBuilder<SeriesRow> builder)
    {
        builder.HasKey(row => new
        {
            row.AdministrationId,
            row.Journal,
            row.Year,
        });
        builder.HasOne<AdministrationRow>().WithMany().HasForeignKey(row => row.AdministrationId);
    }
}
