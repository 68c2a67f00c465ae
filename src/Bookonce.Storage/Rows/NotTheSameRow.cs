using Bookonce.Domain.Duplicates;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bookonce.Storage.Rows;

/// <summary>A person said that two entries are two things.</summary>
internal sealed class NotTheSameRow
{
    public required Guid AdministrationId { get; init; }
    public required Guid One { get; init; }
    public required Guid Other { get; init; }

    public static NotTheSameRow Of(Guid administration, NotTheSame pair) =>
        new()
        {
            AdministrationId = administration,
            One = pair.One,
            Other = pair.Other,
        };

    public NotTheSame ToPair() => Domain.Duplicates.NotTheSame.Of(One, Other);
}

internal sealed class NotTheSameTable : IEntityTypeConfiguration<NotTheSameRow>
{
    public void Configure(EntityTypeBuilder<NotTheSameRow> builder)
    {
        builder.HasKey(row => new
        {
            row.AdministrationId,
            row.One,
            row.Other,
        });
        builder.HasOne<AdministrationRow>().WithMany().HasForeignKey(row => row.AdministrationId);
    }
}
