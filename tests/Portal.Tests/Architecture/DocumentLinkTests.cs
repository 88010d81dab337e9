using System.Text.RegularExpressions;
using Xunit;

namespace Zukunftswerkstatt.Portal.Tests.Architecture;

/// <summary>Documents lead to files, folders and headings that are there.</summary>
public sealed partial class DocumentLinkTests
{
    public static TheoryData<string> Documents => [.. Repository.Files.Where(file => file.EndsWith(".md", StringComparison.Ordinal)), "App_Data/README.md"];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_link_of_a_document_leads_somewhere(string document)
    {
        var broken = Links(Repository.Read(document)).Where(link => !Leads(document, link)).ToList();
        Assert.True(broken.Count == 0, $"{document} links to {string.Join(", ", broken)}");
    }

    private static bool Leads(string document, string link)
    {
        if (link.Contains("://", StringComparison.Ordinal) || link.StartsWith("mailto:", StringComparison.Ordinal))
        {
            return true;
        }

        var parts = link.Split('#', 2);
        var target = parts[0].Length == 0 ? document : Path.Combine(Path.GetDirectoryName(document)!, Uri.UnescapeDataString(parts[0]));
        var path = Path.GetFullPath(Path.Combine(Repository.Root, target));
        if (!File.Exists(path))
        {
            return Directory.Exists(path) && parts.Length == 1;
        }

        return parts.Length == 1 || Headings(File.ReadAllText(path)).Contains(parts[1], StringComparer.Ordinal);
    }

    private static IEnumerable<string> Links(string text) =>
        LinkPattern().Matches(Code().Replace(text, "")).Select(match => match.Groups["target"].Value);

    // The anchors that code hosts make of headings: lower case, spaces to hyphens, other punctuation dropped.
    private static IEnumerable<string> Headings(string text) => HeadingPattern().Matches(text).Select(match =>
        new string([.. match.Groups["text"].Value.Trim().ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_').Select(c => c == ' ' ? '-' : c)]));

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)(\s+""[^""]*"")?\)")]
    private static partial Regex LinkPattern();

    [GeneratedRegex(@"^#{1,6}\s+(?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex HeadingPattern();

    [GeneratedRegex(@"^```.*?^```|`[^`\n]*`", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Code();
}
