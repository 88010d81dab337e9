using System.IO.Compression;
using System.Text;
using CsCheck;
using Xunit;
using Zukunftswerkstatt.Regions;

namespace Zukunftswerkstatt.Portal.Tests.Regions;

public sealed class BadFileTests
{
    private static string[] Lines(string path) => Encoding.UTF8.GetString(SharedFiles.Unpacked(path)).TrimEnd('\n').Split('\n');

    private static byte[] Bytes(IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");

    [Fact]
    public async Task A_file_that_is_not_there_or_a_folder_is_rejected_with_the_reason()
    {
        await using var portal = await RegionPortal.CreateAsync();
        foreach (var path in new[] { Path.Combine(Path.GetTempPath(), "does-not-exist.txt"), Path.GetTempPath() })
        {
            var rejected = Assert.IsType<RegionImportResult.Rejected>(await portal.Importer.ImportAsync(path, null, default));
            Assert.StartsWith("Die Datei ist nicht lesbar", Assert.Single(rejected.Errors).Message.De, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Empty_foreign_binary_and_damaged_files_are_named_as_such()
    {
        await using var portal = await RegionPortal.CreateAsync();
        Assert.Equal("Die Datei ist leer.", Only(await portal.RejectAsync([])));
        Assert.Contains("Format ist nicht zu erkennen", Only(await portal.RejectAsync(Bytes(["id;name", "1;x"]))), StringComparison.Ordinal);
        Assert.Contains("Steuerzeichen", Only(await portal.RejectAsync([0, 1, 2, 3])), StringComparison.Ordinal);
        Assert.Contains("beschädigt", Only(await portal.RejectAsync([0x1F, 0x8B, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])), StringComparison.Ordinal);
        Assert.Contains("beschädigt", Only(await portal.RejectAsync([(byte)'P', (byte)'K', 3, 4, 5])), StringComparison.Ordinal);
        Assert.Contains("länger als", Only(await portal.RejectAsync(Encoding.ASCII.GetBytes(new string('1', 100_000)))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_packed_bomb_is_stopped_at_the_limit()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var line = Encoding.ASCII.GetBytes(Lines(SharedFiles.DirectoryOf2023)[0] + "\n");
            var block = Enumerable.Repeat(line, 5_000).SelectMany(bytes => bytes).ToArray();
            for (var written = 0L; written < ImportFile.MaxBytes + block.Length; written += block.Length)
            {
                await gzip.WriteAsync(block);
            }
        }

        await using var portal = await RegionPortal.CreateAsync();
        // A hundred duplicates end the reading earlier still; with different lines the size does.
        Assert.NotEmpty(await portal.RejectAsync(packed.ToArray()));

        using var blanks = new MemoryStream();
        await using (var gzip = new GZipStream(blanks, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.ASCII.GetBytes(Lines(SharedFiles.DirectoryOf2023)[0] + "\n"));
            var block = Enumerable.Repeat((byte)'\n', 1 << 20).ToArray();
            for (var i = 0; i < 66; i++)
            {
                await gzip.WriteAsync(block);
            }
        }

        Assert.Contains("größer als 64 MB", Only(await portal.RejectAsync(blanks.ToArray())), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.9)]
    [InlineData(0.97)]
    public async Task A_truncated_file_is_rejected_packed_or_not_and_nothing_changes(double part)
    {
        await using var portal = await RegionPortal.CreateAsync();
        var before = portal.Register;
        var packed = await File.ReadAllBytesAsync(SharedFiles.DirectoryOf2023);
        var text = SharedFiles.Unpacked(SharedFiles.DirectoryOf2023);
        var lines = Lines(SharedFiles.DirectoryOf2023);

        Assert.NotEmpty(await portal.RejectAsync(packed[..(int)(packed.Length * part)]));
        Assert.NotEmpty(await portal.RejectAsync(text[..(int)(text.Length * part)]));
        Assert.NotEmpty(await portal.RejectAsync(Bytes(lines.Take((int)(lines.Length * part)))));

        Assert.Same(before, portal.Register);
        Assert.Equal(0, await portal.Facts.LastAsync(default));
    }

    [Fact]
    public async Task Every_error_names_its_line_and_what_was_expected()
    {
        await using var portal = await RegionPortal.CreateAsync();
        var lines = Lines(SharedFiles.DirectoryOf2023);
        var at = Array.FindIndex(lines, line => line.StartsWith("6020231130145220605102", StringComparison.Ordinal));
        lines[1] = "99" + lines[1][2..];
        lines[3] = lines[3].Replace("00000005673", "0000000567X", StringComparison.Ordinal);
        lines[4] = lines[4][..100];
        lines[6] = lines[6].Replace("20231130", "20231131", StringComparison.Ordinal);
        lines[9] = lines[9].Replace("20231130", "20221130", StringComparison.Ordinal);
        lines[at] = lines[at].Replace("Burgstädt, Stadt", "                ", StringComparison.Ordinal);
        lines[at + 2] = lines[at + 2].Replace("20231130145", "20231130995", StringComparison.Ordinal);

        var errors = await portal.RejectAsync(Bytes(lines));

        Assert.Contains(errors, e => e.Message.De == "Zeile 2: Satzart ist „99“, erwartet 10, 20, 30, 40, 50 oder 60.");
        Assert.Contains(errors, e => e.Message.De == "Zeile 4: Fläche ist „0000000567X“, erwartet 11 Ziffern.");
        Assert.Contains(errors, e => e.Line == 5 && e.Message.En.Contains("100 characters long, at least 124 expected", StringComparison.Ordinal));
        Assert.Contains(errors, e => e.Message.De == "Zeile 7: Gebietsstand ist „20231131“, erwartet ein Datum als JJJJMMTT.");
        Assert.Contains(errors, e => e.Message.De == "Zeile 10: Gebietsstand ist „20221130“, erwartet 20231130 wie in Zeile 1.");
        Assert.Contains(errors, e => e.Line == at + 1 && e.Message.De.EndsWith("erwartet ein Name.", StringComparison.Ordinal));
        Assert.Contains(errors, e => e.Line == at + 3 && e.Message.De.Contains("AGS", StringComparison.Ordinal));
        Assert.Equal(errors.OrderBy(e => e.Line ?? int.MaxValue), errors);
    }

    [Fact]
    public async Task Errors_of_the_extract_name_line_and_column()
    {
        await using var portal = await RegionPortal.CreateAsync();
        var lines = Lines(SharedFiles.ExtractOf2020);
        lines[4] = lines[4].Replace(" 90 164", "viele", StringComparison.Ordinal);
        lines[7] = lines[7].Replace("\"10,13727\"", "\"101,13727\"", StringComparison.Ordinal);
        lines[10] = lines[10].Replace("\"Lübeck", "Lübeck", StringComparison.Ordinal);
        lines[13] += ",x";

        var errors = await portal.RejectAsync(Bytes(lines));

        Assert.Contains(errors, e => e.Message.De == "Zeile 5: bevoelkerung ist „viele“, erwartet eine Zahl ab 0.");
        Assert.Contains(errors, e => e.Message.De == "Zeile 8: laengengrad/breitengrad ist „101,13727 / 54,321775“, erwartet Grad innerhalb Deutschlands.");
        Assert.Contains(errors, e => e.Message.De == "Zeile 11: Anführungszeichen nicht geschlossen.");
        Assert.Contains(errors, e => e.Message.De == "Zeile 14: 21 Spalten, erwartet 20 wie in der Kopfzeile.");

        Assert.Contains("AuszugGV4Q2020.csv", Only(await portal.RejectAsync(Bytes(Lines(SharedFiles.ExtractOf2020)), "gemeinden.csv")), StringComparison.Ordinal);
        Assert.Contains("„flaeche“", Only(await portal.RejectAsync(Bytes(lines.Select((line, i) => i == 0 ? line.Replace("flaeche", "area", StringComparison.Ordinal) : line)))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_listed_twice_and_a_municipality_without_its_Kreis_are_errors()
    {
        await using var portal = await RegionPortal.CreateAsync();
        var lines = Lines(SharedFiles.DirectoryOf2023).ToList();
        var kreis = lines.FindIndex(line => line.StartsWith("402023113014522", StringComparison.Ordinal));
        lines.Add(lines[kreis + 2].StartsWith("60", StringComparison.Ordinal) ? lines[kreis + 2] : lines.First(line => line.StartsWith("6020231130145", StringComparison.Ordinal)));
        lines.RemoveAt(kreis);

        var errors = await portal.RejectAsync(Bytes(lines));

        Assert.Contains(errors, e => e.Message.De.Contains("kommt schon in Zeile", StringComparison.Ordinal));

        lines.RemoveAt(lines.Count - 1);
        errors = await portal.RejectAsync(Bytes(lines));
        Assert.All(errors, e => Assert.Contains("gehört zum Kreis 14522", e.Message.De, StringComparison.Ordinal));
        Assert.Equal(52, errors.Count);
    }

    [Fact]
    public async Task No_more_errors_are_listed_than_anyone_reads()
    {
        await using var portal = await RegionPortal.CreateAsync();
        var lines = Lines(SharedFiles.DirectoryOf2023).Select((line, i) => i == 0 ? line : "99" + line[2..]);
        var errors = await portal.RejectAsync(Bytes(lines));
        Assert.Equal(RegionImporter.ErrorLimit, errors.Count);
        Assert.Equal("Weitere Fehler werden nicht aufgezählt.", errors[^1].Message.De);
    }

    [Fact]
    public async Task No_bytes_whatever_make_the_import_throw_or_store()
    {
        await using var portal = await RegionPortal.CreateAsync();
        var gv = Bytes(Lines(SharedFiles.DirectoryOf2023).Take(60));
        var csv = Bytes(Lines(SharedFiles.ExtractOf2020).Take(60));
        var damaged = Gen.Select(Gen.OneOf(Gen.Const(gv), Gen.Const(csv)), Gen.Select(Gen.Int[0, 4000], Gen.Byte).Array[0, 12]).Select((file, changes) =>
        {
            var copy = file.ToArray();
            foreach (var (position, value) in changes)
            {
                copy[position % copy.Length] = value;
            }

            return copy;
        });

        await Gen.OneOf(damaged, Gen.Byte.Array[0, 2000]).SampleAsync(async file => { await portal.RejectAsync(file); }, iter: 2_000, threads: 1);
        Assert.Equal(0, await portal.Facts.LastAsync(default));
    }

    [Fact]
    public void Any_line_is_read_or_reported_never_both_and_never_thrown() =>
        Gen.Select(Gen.OneOf(Gen.Const("10"), Gen.Const("40"), Gen.Const("60"), Gen.Const("99"), Gen.Const("")), Gen.OneOf(Gen.String, Gen.Char['0', '9'].Array[0, 230].Select(digits => new string(digits))))
            .Sample((type, rest) =>
            {
                var gv = new Gv100AdReader();
                gv.Read(1, type + rest);
                var csv = new AuszugGvReader("satzart,textkennzeichen,land,rb,kreis,gemeinde,gemeindename,flaeche,bevoelkerung", "AuszugGV1Q2024.csv");
                csv.Read(2, type + "," + rest);
                return gv.Directory.Entries.Count * gv.Directory.Errors.Count == 0 && csv.Directory.Entries.Count * csv.Directory.Errors.Count == 0;
            });

    [Fact]
    public async Task Cancelling_leaves_everything_as_it_was()
    {
        await using var portal = await RegionPortal.CreateAsync();
        using var cancel = new CancellationTokenSource();
        var progress = new Immediate(lines =>
        {
            if (lines >= 5_000)
            {
                cancel.Cancel();
            }
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => portal.Importer.ImportAsync(SharedFiles.DirectoryOf2023, progress, cancel.Token));
        Assert.Equal(0, await portal.Facts.LastAsync(default));
        Assert.Equal(12_477m, portal.Register.Find("14522060")!.Population!.Value);
    }

    private static string Only(IReadOnlyList<RegionImportError> errors) => Assert.Single(errors).Message.De;

    private sealed class Immediate(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }
}
