namespace Bookonce.Sandbox.ExactOnline;

/// <summary>Says of a switch what is not known.</summary>
/// <param name="mark">[?] nobody knows, [U] reported by users, possibly both ways.</param>
/// <param name="section">Where the working reference speaks of it.</param>
/// <param name="question">In words.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class UnsettledAttribute(string mark, string section, string question) : Attribute
{
    public string Mark { get; } = mark;
    public string Section { get; } = section;
    public string Question { get; } = question;
}
