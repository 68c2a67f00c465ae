namespace Bookonce.Sandbox.World;

/// <summary>What a seeded <see cref="Random"/> is asked for again and again.</summary>
internal static class Seeded
{
    extension(Random random)
    {
        /// <summary>A random id in the form of a version 4 UUID.</summary>
        public Guid NextGuid()
        {
            Span<byte> bytes = stackalloc byte[16];
            random.NextBytes(bytes);
            bytes[6] = (byte)(bytes[6] & 0x0F | 0x40);
            bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
            return new Guid(bytes, bigEndian: true);
        }

        public T Pick<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

        /// <summary>True in <paramref name="percent"/> of hundred cases.</summary>
        public bool Chance(int percent) => random.Next(100) < percent;

        /// <summary>A moment in office hours of <paramref name="date"/>, in UTC.</summary>
        public DateTimeOffset OfficeHour(DateOnly date) =>
            new(date.ToDateTime(new TimeOnly(7 + random.Next(9), random.Next(60), random.Next(60))), TimeSpan.Zero);
    }
}
